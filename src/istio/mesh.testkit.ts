import { parseDocument, splitDocuments, type ParsedDocument, type YamlMap } from '../yaml/index.ts';
import { linkMesh, type FileDocuments, type Mesh, type MeshSettings } from './index.ts';

/** Files as `linkMesh` takes them, out of their texts. */
export const filesOf = (texts: Readonly<Record<string, string>>): readonly FileDocuments[] =>
  Object.entries(texts).map(([path, text]) => ({
    path,
    documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
  }));

/** The mesh of some YAML: one file's text, or several by path. */
export const meshOf = (
  yaml: string | Readonly<Record<string, string>>,
  settings?: MeshSettings,
  previous?: Mesh,
): Mesh => linkMesh(filesOf(typeof yaml === 'string' ? { 'mesh.yaml': yaml } : yaml), settings, previous);

/** A document as the reader would give it, out of its value: where a test makes thousands. */
export const documentOf = (value: YamlMap): ParsedDocument => ({
  text: JSON.stringify(value),
  value,
  problems: [],
});

/** A document that cannot be read. */
export const brokenDocument = (text = 'spec: ['): ParsedDocument => ({
  text,
  value: undefined,
  problems: [{ code: 'syntax', message: 'The list is not closed.', from: 6, to: 7 }],
});
