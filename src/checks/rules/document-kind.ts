import type { ParsedDocument } from '../../yaml/index.ts';
import type { TextFinding } from '../finding.ts';
import { asMap } from '../visit.ts';

/**
 * A document that is meant for a cluster and does not say what it is. Other YAML (Helm's values, a tool's settings) is left in
 * peace: only a `metadata` beside an `apiVersion` or a `spec` shows that Kubernetes is meant.
 */
export function documentKind({ value, text }: ParsedDocument): readonly TextFinding[] {
  const map = asMap(value);
  if (!map || (map['kind'] ?? null) !== null) return [];
  if (!asMap(map['metadata']) || !(typeof map['apiVersion'] === 'string' || 'spec' in map)) return [];
  const from = text.search(/^[^\s#-]/m);
  return [
    {
      code: 'MW0101',
      message:
        'This document does not say what kind of object it is. The cluster refuses it; write for example "kind: VirtualService".',
      from: Math.max(from, 0),
      to: endOfLine(text, Math.max(from, 0)),
    },
  ];
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}
