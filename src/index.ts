/**
 * Meshwright as a library, for Node and the browser: reads Istio configuration as text, checks it, draws it,
 * and edits single fields without touching anything else.
 */
export { openWorkspace } from './session/index.ts';
export type { OpenWorkspace, WorkspaceEdit, WorkspaceResource, WorkspaceSettings } from './session/index.ts';
export { RefusedError } from './yaml/index.ts';
export type { Path, RefusalReason, YamlMap, YamlValue } from './yaml/index.ts';
export type { TextEdit, TextFile } from './text/index.ts';
export type { Fix, Problem, Severity } from './checks/index.ts';
export type { TopologyJson } from './topology/index.ts';
