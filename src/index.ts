/**
 * Meshwright as a library, for Node and the browser: reads Istio configuration as text, checks it, draws it,
 * and edits single fields without touching anything else.
 */
import { loadRegexes } from './istio/index.ts';

// What is said of regular expressions needs RE2. A page has it come later; a library can wait for it.
await loadRegexes();

// Not through the room's index: it would give every user of the library the types of the session, which need a browser's.
export { openWorkspace } from './session/open-workspace.ts';
export type {
  ExpectationObjection,
  OpenWorkspace,
  WorkspaceEdit,
  WorkspaceExpectation,
  WorkspaceResource,
} from './session/open-workspace.ts';
export { compareWorkspaces } from './session/compare-workspaces.ts';
export type { ChangedResource, WorkspaceComparison } from './session/compare-workspaces.ts';
export type { WorkspaceLoad } from './session/load-scenario.ts';
export type { PlaceInText } from './session/place-in-text.ts';
export type { WorkspaceSettings } from './session/settings.ts';
export { RefusedError } from './yaml/index.ts';
export type { Path, RefusalReason, YamlMap, YamlValue } from './yaml/index.ts';
export type { TextEdit, TextFile } from './text/index.ts';
export type { Fix, Problem, Severity } from './checks/index.ts';
export type { TopologyJson } from './topology/index.ts';
export { RequestError } from './traffic/index.ts';
export type {
  Caller,
  ComparedRequest,
  Destination,
  FactChange,
  Hop,
  LoadCause,
  LoadedCluster,
  LoadedEjection,
  LoadedEndpoint,
  LoadReport,
  LoadSeries,
  LoadSuggestion,
  Outcome,
  Request,
  Step,
  Trace,
  TrafficDifference,
} from './traffic/index.ts';
