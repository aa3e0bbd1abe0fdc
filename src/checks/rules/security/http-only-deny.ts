import type { Finding } from '../../finding.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, text, type Spot } from '../../spot.ts';

/** A rule that denies by what only HTTP has. On TCP ports such conditions count as fulfilled, so all traffic there is denied. */
export const httpOnlyDeny: SpecRule = ({ spec }) =>
  text(at(spec, 'action')) === 'DENY' ? all(spec, 'rules[]').flatMap(onTcp) : [];

const ofConnections = ['principals', 'namespaces', 'ipBlocks', 'remoteIpBlocks', 'serviceAccounts'];
const sourceFields = ofConnections.flatMap((name) => [
  name,
  `not${name.charAt(0).toUpperCase()}${name.slice(1)}`,
]);

function onTcp(rule: Spot): readonly Finding[] {
  const sources = all(rule, 'from[].source');
  const operations = all(rule, 'to[].operation');
  const bySource = sources.length > 0 && items(at(rule, 'to')).length === 0 && !some(sources, sourceFields);
  const byOperation = operations.length > 0 && !some(operations, ['ports', 'notPorts']);
  if (!bySource && !byOperation) return [];
  const what =
    'This rule denies by what only HTTP requests have. Ports without HTTP cannot look at it and deny all their traffic. Name the HTTP ports under "to", in "ports".';
  const first = operations[0];
  const spot = first && isPresent(first) ? first : rule;
  return [say('MW0933', spot, what, { at: 'key' })];
}

const some = (spots: readonly Spot[], names: readonly string[]): boolean =>
  spots.some((spot) => names.some((name) => isFilled(at(spot, name))));
