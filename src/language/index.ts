// What the room offers: the language service. Offsets are 0-based in the file; it knows no editor.
export type { LanguageContext } from './context.ts';
export { complete } from './complete/index.ts';
export type { CompletionItem, CompletionList } from './complete/index.ts';
export { hasNames, namesFor } from './names/index.ts';
export type { KnownName, NamePlace } from './names/index.ts';
export { hover } from './hover.ts';
export type { Hover } from './hover.ts';
export { definition, referencesAt } from './navigate.ts';
export { locationOf } from './where.ts';
export type { Location } from './where.ts';
export { symbols } from './symbols.ts';
export type { OutlineSymbol } from './symbols.ts';
export { folding } from './folding.ts';
export type { Fold } from './folding.ts';
export { prepareRename, renameAt } from './rename/index.ts';
export type { RenamePlace, RenameRefused } from './rename/index.ts';
export { codeActions } from './actions.ts';
export type { CodeAction, LineSpan } from './actions.ts';
