import {
  asText,
  member,
  namespaceOf,
  type MeshView,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import {
  delegatorsOf,
  httpEntries,
  isDelegate,
  rulesOf,
  type HttpEntry,
  type RouteRule,
  type RuleSection,
} from '../../routing/index.ts';
import type { Outcome } from '../outcome.ts';

/** A rule of a VirtualService. */
export interface RuleRef {
  readonly resource: ResourceId;
  readonly section: RuleSection;
  readonly index: number;
}

/** The VirtualServices with hosts through which requests come to the rules of one: itself, or those that hand on to it. */
export const rootsOf = (view: MeshView, virtualService: Resource): readonly Resource[] =>
  isDelegate(virtualService) ? delegatorsOf(view, virtualService) : [virtualService];

/** The routes that istiod makes of an http rule, wherever it stands. */
export const entriesOf = (view: MeshView, virtualService: Resource, index: number): readonly HttpEntry[] =>
  rootsOf(view, virtualService).flatMap((root) =>
    httpEntries(view, root).filter(({ rule, delegate }) =>
      isDelegate(virtualService)
        ? delegate?.virtualService.id === virtualService.id && delegate.rule.index === index
        : rule.index === index,
    ),
  );

/** Whether an outcome is a rule's doing: its own, or that of one that it hands on to. */
export function isDoneBy(
  outcome: Outcome,
  { section, index }: RuleRef,
  virtualService: Resource,
  view: MeshView,
): boolean {
  const name = `${namespaceOf(virtualService, view.settings)}/${virtualService.name}`;
  const own =
    outcome.virtualService === name && outcome.rule?.protocol === section && outcome.rule.index === index;
  const handed =
    section === 'http' && outcome.delegate?.virtualService === name && outcome.delegate.rule === index;
  return own || handed;
}

/** `orders: rule 2 (canary)`, as people call a rule. */
export function ruleTitle(
  virtualService: Resource,
  { section, index, value }: Pick<RouteRule, 'section' | 'index' | 'value'>,
): string {
  const name = asText(member(value, 'name'));
  const number = `${section === 'http' ? '' : `${section} `}rule ${index + 1}`;
  return `${virtualService.name}: ${name ? `${number} (${name})` : number}`;
}

export const ruleAt = (
  virtualService: Resource,
  { section, index }: Pick<RuleRef, 'section' | 'index'>,
): RouteRule | undefined =>
  rulesOf(virtualService).find((rule) => rule.section === section && rule.index === index);
