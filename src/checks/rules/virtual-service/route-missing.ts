import type { Finding } from '../../finding.ts';
import { refuse } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, type Spot } from '../../spot.ts';
import { misspeltAt } from '../misspelt.ts';

/** A VirtualService without rules, and rules that say nothing of where traffic goes. */
export const routeMissing: SpecRule = ({ spec }) => {
  const rules = ['http', 'tls', 'tcp'].map((section) => at(spec, section));
  if (!rules.some(isFilled)) {
    if (misspeltAt('VirtualService', spec, 'http', 'tls', 'tcp')) return [];
    const what = 'This VirtualService has no rules. It needs at least one under "http", "tls" or "tcp".';
    return [refuse('MW0401', rules.find(isPresent) ?? spec, what, { at: 'key' })];
  }
  return [
    ...all(spec, 'http[]').flatMap(httpRule),
    ...all(spec, 'tls[]').flatMap((rule) => [...tlsMatch(rule), ...connectionRule(rule)]),
    ...all(spec, 'tcp[]').flatMap(connectionRule),
  ];
};

function httpRule(rule: Spot): readonly Finding[] {
  if (isFilled(at(rule, 'route'))) return [];
  const others = ['redirect', 'directResponse', 'delegate'];
  if (others.some((way) => isPresent(at(rule, way)))) return [];
  if (misspeltAt('VirtualService', rule, 'route', ...others)) return [];
  const what =
    'This rule does not say where requests go. Give it a route, a redirect, a directResponse or a delegate.';
  return [refuse('MW0402', rule, what, { at: 'key' })];
}

function connectionRule(rule: Spot): readonly Finding[] {
  if (isFilled(at(rule, 'route')) || misspeltAt('VirtualService', rule, 'route')) return [];
  return [
    refuse('MW0402', rule, 'This rule does not say where connections go. Give it a route.', { at: 'key' }),
  ];
}

function tlsMatch(rule: Spot): readonly Finding[] {
  const match = at(rule, 'match');
  if (!isPresent(match)) return [];
  if (!isFilled(match))
    return [refuse('MW0403', match, 'A TLS rule needs at least one match, with "sniHosts".', { at: 'key' })];
  return all(match, '[]').flatMap((each) => {
    const names = at(each, 'sniHosts');
    if (!isPresent(names) || isFilled(names)) return [];
    return [
      refuse('MW0403', names, '"sniHosts" is empty; name at least one host of this VirtualService.', {
        at: 'key',
      }),
    ];
  });
}
