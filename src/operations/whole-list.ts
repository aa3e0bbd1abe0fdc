import { asText, member } from '../istio/index.ts';
import { parseDocument, splitDocuments, type DocumentSlice } from '../yaml/index.ts';

/**
 * The `List` that a whole file is, as `kubectl get … -o yaml` prints it: new resources become its items.
 * Undefined for any other file.
 */
export function wholeList(
  text: string,
): { readonly slice: DocumentSlice; readonly items: number } | undefined {
  const documents = splitDocuments(text).map((slice) => ({ slice, ...parseDocument(slice.text) }));
  const [only, ...others] = documents.filter(
    ({ value, problems }) => value !== undefined || problems.length > 0,
  );
  const items = member(only?.value, 'items');
  const isList = asText(member(only?.value, 'kind'))?.endsWith('List') === true;
  return only && others.length === 0 && isList && Array.isArray(items)
    ? { slice: only.slice, items: items.length }
    : undefined;
}
