import type { Operation } from '../operations/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import type { Code } from './codes.ts';
import type { Finding, Mend } from './finding.ts';
import type { Spot } from './spot.ts';
import { quote } from './words.ts';

type Extra = Partial<Pick<Finding, 'at' | 'severity' | 'mends' | 'aliases'>>;

/** A finding at a spot. */
export function say(code: Code, spot: Pick<Spot, 'path'>, message: string, extra: Extra = {}): Finding {
  return { code, message, path: spot.path, at: 'value', ...extra };
}

/** A finding for which the API server or istiod's webhook turns the whole resource away. */
export function refuse(code: Code, spot: Pick<Spot, 'path'>, message: string, extra: Extra = {}): Finding {
  return say(code, spot, `${message} The cluster refuses the resource as it is.`, extra);
}

export function setting(path: Path, value: YamlValue, title = `Change to ${quote(value)}`): Mend {
  return { title, steps: [{ kind: 'set-field', path, value }] };
}

export function removing(path: Path, title = `Remove ${nameOf(path)}`): Mend {
  return { title, steps: [{ kind: 'remove-field', path }] };
}

/** Takes several away at once. Items of one list go last first, so that none changes its index before its turn. */
export function removingAll(paths: readonly Path[], title: string): Mend {
  return { title, steps: paths.toReversed().map((path) => ({ kind: 'remove-field', path })) };
}

export function renamingKey(path: Path, key: string): Mend {
  return { title: `Rename to ${key}`, steps: [{ kind: 'rename-key', path, key }] };
}

/** Says in the settings file that the cluster has what the files lack. */
export function assuming(operation: Extract<Operation, { kind: `assume-${string}` }>): Mend {
  const what = operation.kind.slice('assume-'.length);
  return { title: `Assume the ${what} ${operation.name}`, steps: [{ kind: 'elsewhere', operation }] };
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'string' ? last : 'it';
}

/** For what istiod means to warn of and loses on the way: no other tool tells of it, and it is told more quietly. */
export const unheard = { severity: 'info', aliases: [] } as const satisfies Extra;
