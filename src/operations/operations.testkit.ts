import { linkMesh } from '../istio/index.ts';
import { applyChanges, type TextFile } from '../text/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { planOperation } from './plan-operation.ts';
import type { Operation, OperationContext } from './types.ts';

/** Files and their mesh, as `planOperation` wants them. A text alone is the file `a.yaml`. */
export function contextOf(texts: string | Readonly<Record<string, string>>): OperationContext {
  const files: TextFile[] = Object.entries(typeof texts === 'string' ? { 'a.yaml': texts } : texts).map(
    ([path, text]) => ({ path, text }),
  );
  const documents = files.map(({ path, text }) => ({
    path,
    documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
  }));
  return { files, mesh: linkMesh(documents) };
}

/** The files after an operation, by path; of one file alone, its text. */
export function after(context: OperationContext, operation: Operation): Record<string, string> {
  const { files } = applyChanges(context.files, planOperation(context, operation).changes);
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** `a.yaml` after an operation. */
export function textAfter(text: string, operation: Operation): string {
  return after(contextOf(text), operation)['a.yaml'] ?? '';
}
