export type {
  DocumentSlice,
  ParsedDocument,
  Path,
  SyntaxProblem,
  SyntaxProblemCode,
  YamlAliasNode,
  YamlEntry,
  YamlListNode,
  YamlMap,
  YamlMapNode,
  YamlNode,
  YamlScalarNode,
  YamlValue,
} from './types.ts';
export { splitAgain, splitDocuments } from './split.ts';
export { laidOut, readAgain } from './read-again.ts';
export { parseDocument } from './parse.ts';
export { createParseCache } from './cache.ts';
export type { ParseCache } from './cache.ts';
export { locate } from './locate.ts';
export { keyRangeAt, nodeAt, pathAt, valueRangeAt } from './find.ts';
export { formatPath, isWithin, parsePath, samePath } from './path.ts';
export { RefusedError } from './refused.ts';
export type { RefusalReason } from './refused.ts';
export { editDocument } from './write/gate.ts';
export { editDocumentMany } from './write/gate-many.ts';
export type { EditedDocument } from './write/tried.ts';
export type { DocumentEdit } from './write/edits.ts';
export { fileHeaderEnd } from './write/file-header.ts';
export { writtenAt } from './write/written.ts';
export type { Written } from './write/written.ts';
export { emitDocument } from './write/emit-document.ts';
export { appendDocument, removeDocument } from './write/document-in-file.ts';
export { detectStyle } from './write/style.ts';
export type { Style } from './write/style.ts';
export { equalValues } from './write/equal.ts';
export { scalarText } from './write/scalar.ts';
