import type { ResourceId } from '../istio/index.ts';
import type { FileChange } from '../text/index.ts';
import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';

/**
 * What a person can mean, wherever they say it: canvas, form, fix, command line. A closed union with one file a member;
 * `plan` turns one into text changes without applying anything. Paths start at the resource (`['spec', 'hosts', 0]`).
 */
export type Operation =
  | { kind: 'set-field'; resource: ResourceId; path: Path; value: YamlValue }
  | { kind: 'remove-field'; resource: ResourceId; path: Path }
  | { kind: 'insert-item'; resource: ResourceId; path: Path; index: number; value: YamlValue }
  | { kind: 'move-item'; resource: ResourceId; path: Path; from: number; to: number }
  | { kind: 'rename-key'; resource: ResourceId; path: Path; key: string }
  | { kind: 'add-resource'; file: string; value: YamlMap }
  | { kind: 'delete-resource'; resource: ResourceId }
  | { kind: 'duplicate-resource'; resource: ResourceId; name: string }
  | { kind: 'rename-resource'; resource: ResourceId; name: string }
  | {
      kind: 'connect-destination';
      resource: ResourceId;
      rule: Path;
      host: string;
      subset?: string;
      port?: number;
    }
  | { kind: 'all'; operations: readonly Operation[]; label: string };

/** An operation as changes to files, with the words for the undo menu and what to select afterwards. */
export interface Plan {
  readonly label: string;
  readonly changes: readonly FileChange[];
  readonly select?: { readonly resource: ResourceId; readonly path?: Path };
}
