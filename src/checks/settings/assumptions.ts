import { asList, asText, ASSUMED_KINDS, member } from '../../istio/index.ts';
import type { Path, YamlMap } from '../../yaml/index.ts';
import { asMap } from '../visit.ts';
import { listOf } from '../words.ts';
import type { SettingsFinding } from './findings.ts';

/** What assumptions lack, or say in vain. `taken` are the places of those that something in the files makes void. */
export function assumptionFindings(
  settings: YamlMap,
  counted: ReadonlySet<number>,
): readonly SettingsFinding[] {
  return asList(member(settings, 'assume')).flatMap((item, index) => {
    const entry = asMap(item);
    const path = ['assume', index];
    return entry
      ? [...incomplete(entry, path), ...misplaced(entry, path), ...vain(entry, path, counted.has(index))]
      : [];
  });
}

function incomplete(entry: YamlMap, path: Path): SettingsFinding[] {
  const lacking = ['kind', 'name'].filter((key) => (member(entry, key) ?? '') === '');
  if (lacking.length === 0) return [];
  return [
    {
      code: 'MW4003',
      message: `This assumption has no ${listOf(lacking, 'and')}, so nothing is assumed. Say what there is and what it is called.`,
      path,
      at: 'key',
      fixes: [],
    },
  ];
}

/** Only a Service has ports and a selector, and a Namespace has no namespace. */
function misplaced(entry: YamlMap, path: Path): SettingsFinding[] {
  const kind = asText(member(entry, 'kind'));
  if (kind === undefined || !ASSUMED_KINDS.includes(kind)) return [];
  const idle = kind === 'Namespace' ? ['namespace'] : [];
  if (kind !== 'Service') idle.push('ports', 'selector');
  return idle
    .filter((key) => Object.hasOwn(entry, key))
    .map((key) => ({
      code: 'MW4004',
      message: `"${key}" says nothing of a ${kind}${key === 'namespace' ? ', which is in none' : ': only a Service has that'}. It is not read.`,
      path: [...path, key],
      at: 'key',
      fixes: [{ title: `Remove ${key}`, operation: { kind: 'set-setting', path: [...path, key] } }],
    }));
}

function vain(entry: YamlMap, path: Path, counts: boolean): SettingsFinding[] {
  const kind = asText(member(entry, 'kind'));
  const name = asText(member(entry, 'name'));
  if (counts || !kind || !ASSUMED_KINDS.includes(kind) || !name) return [];
  return [
    {
      code: 'MW4005',
      message: `The ${kind} ${name} is in the files, or assumed twice, so this says nothing any more.`,
      path,
      at: 'key',
      fixes: [{ title: 'Remove this assumption', operation: { kind: 'set-setting', path } }],
    },
  ];
}
