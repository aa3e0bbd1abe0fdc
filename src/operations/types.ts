import type { Mesh, ResourceId } from '../istio/index.ts';
import type { FileChange, TextFile } from '../text/index.ts';
import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';
import type { Assumption } from './assume.ts';
import type { Referrals } from './delete-resource.ts';
import type { ExpectationPlace } from './edit-expectations.ts';
import type { ScenarioPlace } from './edit-scenario.ts';
import type { Following } from './rename-resource.ts';

/**
 * What a person can mean, wherever they say it: canvas, form, fix, command line. A closed union with one file a member;
 * `plan` turns one into text changes without applying anything. Paths start at the resource (`['spec', 'hosts', 0]`).
 */
export type Operation =
  | { kind: 'set-field'; resource: ResourceId; path: Path; value: YamlValue }
  | { kind: 'remove-field'; resource: ResourceId; path: Path }
  /** With `copy`, the value is that of the item before, and its comments come along. */
  | {
      kind: 'insert-item';
      resource: ResourceId;
      path: Path;
      index: number;
      value: YamlValue;
      copy?: boolean;
    }
  | { kind: 'move-item'; resource: ResourceId; path: Path; from: number; to: number }
  | { kind: 'rename-key'; resource: ResourceId; path: Path; key: string }
  /** At the end of the file, which is made if it is not there; a file that is one `List` gets another item. */
  | { kind: 'add-resource'; file: string; value: YamlMap }
  /** What names it is left as it is, unless `referrals` says otherwise. */
  | { kind: 'delete-resource'; resource: ResourceId; referrals?: Referrals }
  /** Takes a subset out of a DestinationRule. */
  | { kind: 'delete-subset'; resource: ResourceId; subset: string; referrals?: Referrals }
  /** Right behind the original, as it is written, comments included. */
  | { kind: 'duplicate-resource'; resource: ResourceId; name: string }
  /** With all references to it, unless they are to be left. */
  | { kind: 'rename-resource'; resource: ResourceId; name: string; references?: Following }
  /** A subset of a DestinationRule, with all destinations that name it, unless they are to be left. */
  | { kind: 'rename-subset'; resource: ResourceId; subset: string; name: string; references?: Following }
  /** A host, by its full name, in what defines it and wherever it is written. */
  | { kind: 'rename-host'; host: string; to: string }
  /** Sends a rule's traffic (also) there; weights keep their total. An index equal to the number of rules makes one. */
  | {
      kind: 'connect-destination';
      resource: ResourceId;
      rule: Path;
      host: string;
      subset?: string;
      port?: number;
    }
  /** Copies a rule's requests there. */
  | { kind: 'connect-mirror'; resource: ResourceId; rule: Path; host: string; subset?: string; port?: number }
  /** Has an http rule hand its requests to a VirtualService without hosts. */
  | { kind: 'connect-delegate'; resource: ResourceId; rule: Path; delegate: ResourceId }
  /** Lets requests of a Gateway in to a VirtualService; one that counted for the mesh goes on counting for it. */
  | { kind: 'connect-gateway'; resource: ResourceId; gateway: ResourceId }
  /** Leads one way of a rule, `…route[1]`, `…mirror` or `…mirrors[0]`, somewhere else; its weight stays. */
  | { kind: 'reconnect'; resource: ResourceId; path: Path; host: string; subset?: string; port?: number }
  /** Has another rule, of this or another VirtualService, send what that way of a rule sends, or delegate as it does. */
  | { kind: 'move-way'; resource: ResourceId; path: Path; to: ResourceId; rule: Path }
  /** Writes the weights of all destinations of a rule, `…route`. */
  | { kind: 'set-weights'; resource: ResourceId; path: Path; weights: readonly number[] }
  /** Takes away a destination, a mirror or a gateway; the weights that stay keep their total, a rule left without any way goes. */
  | { kind: 'disconnect'; resource: ResourceId; path: Path }
  /** What the cluster has and the files lack, written into the settings file. */
  | Assumption
  /** A setting of the workspace, in its settings file; without a value it is taken back. */
  | { kind: 'set-setting'; path: Path; value?: YamlValue }
  | { kind: 'rename-setting'; path: Path; key: string }
  /** At the end of a file of expectations, which is made if it is not there. */
  | { kind: 'add-expectation'; file: string; value: YamlMap }
  | ({ kind: 'remove-expectation' } & ExpectationPlace)
  /** Writes another key where a field of an expectation stands. */
  | ({ kind: 'rename-expectation-key'; path: Path; key: string } & ExpectationPlace)
  /** A field of an expectation; `['name']` renames it. */
  | ({ kind: 'set-expectation'; path: Path; value: YamlValue } & ExpectationPlace)
  /** Keeps a scenario of load as a file of its own, which must not be there yet. */
  | { kind: 'add-scenario'; file: string; text: string }
  /** A field of a scenario; without a value it goes, and with it what would hold nothing. A list's length appends. */
  | ({ kind: 'set-in-scenario'; path: Path; value?: YamlValue } & ScenarioPlace)
  /** Writes another key where a field of a scenario stands. */
  | ({ kind: 'rename-scenario-key'; path: Path; key: string } & ScenarioPlace)
  /** Asks, by an annotation of the resource, not to be told of problems with this code: ours, istioctl's or Kiali's. */
  | { kind: 'suppress'; resource: ResourceId; code: string }
  | { kind: 'all'; operations: readonly Operation[]; label: string };

/** What operations are planned against. The mesh must be that of these very files. */
export interface OperationContext {
  readonly files: readonly TextFile[];
  readonly mesh: Mesh;
}

/** An operation as changes to files, with the words for the undo menu and what to select afterwards. */
export interface Plan {
  readonly label: string;
  readonly changes: readonly FileChange[];
  readonly select?: { readonly resource: ResourceId; readonly path?: Path };
}
