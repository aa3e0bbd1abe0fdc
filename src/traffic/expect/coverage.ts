import { key, type MeshView, type Resource } from '../../istio/index.ts';
import { rulesOf } from '../../routing/index.ts';
import { isDoneBy, ruleTitle, type RuleRef } from '../aim/rule-ref.ts';
import type { Outcome } from '../outcome.ts';

/** A rule, and how many of some requests it took. */
export interface CoveredRule {
  readonly rule: RuleRef;
  readonly title: string;
  readonly count: number;
}

export interface Coverage {
  /** Every rule, in the order of the resources. */
  readonly rules: readonly CoveredRule[];
  readonly reached: number;
}

/** Which rules the requests with these outcomes reached: where an expectation ends somewhere else than meant, it reaches what it reaches. */
export function coverage(view: MeshView, outcomes: readonly Outcome[]): Coverage {
  const rules = view
    .find(key.kind('VirtualService'))
    .flatMap((virtualService) => covered(view, virtualService, outcomes));
  return { rules, reached: rules.filter(({ count }) => count > 0).length };
}

const covered = (
  view: MeshView,
  virtualService: Resource,
  outcomes: readonly Outcome[],
): readonly CoveredRule[] => {
  const name = `/${virtualService.name}`;
  const here = outcomes.filter(
    (one) => one.virtualService?.endsWith(name) || one.delegate?.virtualService.endsWith(name),
  );
  return rulesOf(virtualService).map((rule) => {
    const ref: RuleRef = { resource: virtualService.id, section: rule.section, index: rule.index };
    return {
      rule: ref,
      title: ruleTitle(virtualService, rule),
      count: here.filter((outcome) => isDoneBy(outcome, ref, virtualService, view)).length,
    };
  });
};
