import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, type Spot } from '../../spot.ts';
import { isDelegate } from './binding.ts';

/** A VirtualService without hosts gets requests handed over by another one, so it decides about these and nothing else. */
export const delegate: SpecRule = ({ spec }) =>
  isDelegate(spec) ? [...ownGates(spec), ...handingOn(spec)] : handingOver(spec);

function ownGates(spec: Spot): readonly Finding[] {
  return ['gateways', 'tls', 'tcp']
    .map((name) => at(spec, name))
    .filter(isFilled)
    .map((spot) => {
      const name = String(spot.path.at(-1));
      const what = `Without "hosts" this VirtualService is a delegate, which cannot have "${name}": requests reach it through the one that delegates. Name its hosts, or remove "${name}".`;
      return refuse('MW0404', spot, what, { at: 'key', mends: [removing(spot.path)] });
    });
}

function handingOn(spec: Spot): readonly Finding[] {
  return all(spec, 'http[].delegate').map((spot) => {
    const what = 'A delegate cannot delegate further; Istio follows one step. Route the requests here.';
    return refuse('MW0405', spot, what, { at: 'key', mends: [removing(spot.path)] });
  });
}

function handingOver(spec: Spot): readonly Finding[] {
  return all(spec, 'http[]').flatMap((rule) => {
    const handed = at(rule, 'delegate');
    if (!isPresent(handed)) return [];
    const others = [at(rule, 'route'), at(rule, 'redirect')].filter((spot, index) =>
      index === 0 ? isFilled(spot) : isPresent(spot),
    );
    return others.map((spot) => {
      const name = String(spot.path.at(-1));
      const what = `A rule that delegates leaves the rest to the other VirtualService, so it cannot have a ${name} too.`;
      return refuse('MW0406', spot, what, { at: 'key', mends: [removing(spot.path), removing(handed.path)] });
    });
  });
}
