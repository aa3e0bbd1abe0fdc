import {
  asList,
  asMap,
  asText,
  asTexts,
  member,
  specOf,
  valueAt,
  type Resource,
  type ResourceId,
} from '../../../istio/index.ts';
import { rulesOf, type RouteRule } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { addResource } from '../../add-resource.ts';
import { asWritten } from '../../as-written.ts';
import type { Draft } from '../../draft.ts';
import { removeField, setField } from '../../edit-field.ts';
import type { Option } from '../types.ts';

/** A rule in a few words, so that it can be told from its neighbours. */
export function ruleOption({ section, index, value }: RouteRule): Option {
  const name = asText(member(value, 'name'));
  const matches = asList(member(value, 'match'));
  const words = matches.map(matchWords);
  const shown = words.slice(0, 2).join(' or ') + (words.length > 2 ? ' …' : '');
  return {
    value: `${section} ${index}`,
    title: `${section}[${index}]${name ? ` ${name}` : ''}`,
    words: matches.length > 0 ? shown : 'Everything else',
  };
}

function matchWords(match: YamlValue): string {
  const uri = asMap(member(match, 'uri')) ?? {};
  const [how, text] = Object.entries(uri)[0] ?? [];
  const path = how === undefined ? '' : `${asText(text) ?? ''}${how === 'prefix' ? '…' : ''}`;
  const more = Object.keys(asMap(match) ?? {}).filter((key) => key !== 'uri' && key !== 'name');
  return [path, ...more].filter(Boolean).join(', ') || 'everything';
}

/**
 * Whether istiod puts a rule behind all others where it joins VirtualServices at a gateway: one that takes any request.
 * https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/route/route.go (SortVHostRoutes)
 */
export function takesAll({ value }: RouteRule): boolean {
  const matches = asList(member(value, 'match'));
  return matches.length === 0 || matches.some(isOpen);
}

function isOpen(match: YamlValue): boolean {
  const asked = Object.entries(asMap(match) ?? {}).filter(([key]) => key !== 'name' && key !== 'statPrefix');
  const [only, ...others] = asked;
  if (only === undefined) return true;
  return (
    others.length === 0 &&
    only[0] === 'uri' &&
    (asText(member(only[1], 'prefix')) === '/' || asText(member(only[1], 'regex')) === '.*')
  );
}

export const httpRules = (resource: Resource): readonly RouteRule[] =>
  rulesOf(resource).filter(({ section }) => section === 'http');

/** A VirtualService with the metadata of another and nothing said yet; returns its id. */
export function newBeside(draft: Draft, like: Resource, name: string, file: string): ResourceId {
  const labels = valueAt(like.value, ['metadata', 'labels']);
  const value: YamlMap = {
    apiVersion: like.apiVersion,
    kind: like.kind,
    metadata: {
      name,
      ...(like.namespace !== '' && { namespace: like.namespace }),
      ...(labels !== undefined && { labels }),
    },
  };
  return addResource(draft, file, value);
}

/** Writes fields of `spec` as another resource writes them, where it does. */
export function copyFields(draft: Draft, from: ResourceId, to: ResourceId, fields: readonly string[]): void {
  for (const field of fields) {
    const path = ['spec', field];
    if (valueAt(draft.resource(from).value, path) === undefined) continue;
    const { value, as } = asWritten(draft, from, path);
    setField(draft, to, path, value, as);
  }
}

/** Writes rules as they are written elsewhere, comments included, before the rule at `index` of their section, or at its end. */
export function copyRules(
  draft: Draft,
  from: ResourceId,
  rules: readonly RouteRule[],
  to: ResourceId,
  index = Number.POSITIVE_INFINITY,
): void {
  const added = new Map<string, number>();
  for (const { section, path } of rules) {
    const { value, as } = asWritten(draft, from, path);
    const there = asList(valueAt(draft.resource(to).value, ['spec', section])).length;
    const before = added.get(section) ?? 0;
    draft.edit(to, {
      kind: 'insert',
      path: ['spec', section],
      index: Math.min(there, index + before),
      value,
      as,
    });
    added.set(section, before + 1);
  }
}

/** Takes rules away, with the comments that speak of them; a section without any goes too. */
export function removeRules(draft: Draft, id: ResourceId, rules: readonly RouteRule[]): void {
  for (const { section, path } of rules.toReversed()) {
    const last = asList(valueAt(draft.resource(id).value, ['spec', section])).length === 1;
    removeField(draft, id, last ? ['spec', section] : path, true);
  }
}

/** The hosts as they are written. */
export const writtenHosts = (resource: Resource): readonly string[] =>
  asTexts(member(specOf(resource), 'hosts'));

/** A name that no VirtualService of the namespace has. */
export function freeName(draft: Pick<Draft, 'mesh'>, like: Resource, wanted: string): string {
  const taken = new Set(
    draft.mesh.resources
      .filter(({ type, namespace, patch }) => type === like.type && namespace === like.namespace && !patch)
      .map(({ name }) => name),
  );
  let name = wanted;
  for (let next = 2; taken.has(name); next++) name = `${wanted}-${next}`;
  return name;
}
