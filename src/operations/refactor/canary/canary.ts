import { asMap, asText, key, valueAt } from '../../../istio/index.ts';
import { portsOf } from '../../../routing/index.ts';
import { RefusedError, type YamlMap, type YamlValue } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import { assume } from '../../assume.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { writtenHost } from '../../templates/around.ts';
import { nameFor } from '../../templates/names.ts';
import { objectOf } from '../../templates/object.ts';
import { isTicked, textOf, tickedOf } from '../answers.ts';
import { missingService } from '../assume-service.ts';
import { fileBeside } from '../beside.ts';
import { ensureSubset } from '../ensure-subset.ts';
import { labelsIn } from '../labels-answer.ts';
import { ruleKey, type Sender } from '../senders.ts';
import type { Answers, Refactored, Refactoring } from '../types.ts';
import { canaryHost, hostsMeant, type CanaryHost } from './proposal.ts';
import { canaryQuestions } from './questions.ts';
import { divisible, NEW_RULE, sendsToAll } from './rules.ts';
import { splitWeights } from './split-weights.ts';
import { toldOfPods, toldOfRules } from './told.ts';

/** Sends a part of a host's traffic to a new version of it. */
export const addCanary: Refactoring = {
  id: 'add-canary',
  title: 'Add a canary',
  words:
    'Sends a part of a host’s traffic to pods with other labels: makes the subset in every DestinationRule that counts, and divides the rules that send to the host.',
  appliesTo: (mesh, at) =>
    at.resource === undefined
      ? mesh.find(key.kind('Service')).length + mesh.find(key.kind('ServiceEntry')).length > 0
      : APPLIES.has(mesh.byId.get(at.resource)?.type ?? '') && hostsMeant(mesh, at).length > 0,
  questions: canaryQuestions,
  perform: (draft, _at, answers) => perform(draft, answers),
};

const APPLIES = new Set(['Service', 'ServiceEntry', 'VirtualService', 'DestinationRule']);

function perform(draft: Draft, answers: Answers): Refactored {
  const host = textOf(answers, 'host');
  const canary = textOf(answers, 'subset');
  const percent = Number(textOf(answers, 'weight'));
  const warnings: string[] = [];
  if (isTicked(answers, 'assume')) {
    const missing = missingService(draft.mesh, host, canaryHost(draft.mesh, host).senders);
    if (missing) assume(draft, missing);
  }
  const about = canaryHost(draft.mesh, host);
  const ticked = tickedOf(answers, 'rules', divisible(draft.mesh, about, canary));
  const chosen = about.senders.filter(({ resource, rule }) => ticked.includes(ruleKey(resource, rule.path)));
  const fresh = ticked.includes(NEW_RULE);
  if (chosen.length === 0 && !fresh)
    throw new RefusedError(
      'unsafe',
      `No rule is chosen, so nothing would be sent to ${canary}. Choose at least one.`,
    );

  const near = chosen[0]?.resource;
  const [definer] = about.definers;
  const namespace = definer?.namespace ?? near?.namespace ?? '';
  const [rule] = [...about.subsets.values()];
  const place = {
    host,
    written: writtenHost(draft.mesh, host, namespace),
    home: about.home,
    namespace,
    file: fileBeside(draft.mesh, [rule?.resource, definer, near], 'canary.yaml'),
  };
  const subsetOf = (key: string, labels: string): YamlMap => ({
    name: textOf(answers, key),
    labels: { ...(labelsIn(textOf(answers, labels)) as Readonly<Record<string, string>>) },
  });
  const stable = fresh || chosen.some(sendsToAll) ? textOf(answers, 'stable') : undefined;
  if (stable !== undefined)
    warnings.push(...ensureSubset(draft, place, subsetOf('stable', 'stableLabels')).warnings);
  warnings.push(...ensureSubset(draft, place, subsetOf('subset', 'labels')).warnings);

  for (const sender of chosen) warnings.push(...divide(draft, sender, canary, stable, percent));
  const made = fresh
    ? addRules(draft, about, { ...place, canary, stable: stable ?? '', percent })
    : undefined;
  const [first] = chosen;
  return {
    label: `Add canary ${canary} of ${host}`,
    select: made ? { resource: made } : { resource: first?.resource.id ?? '', path: first?.rule.path ?? [] },
    warnings: [
      ...warnings,
      ...toldOfPods(about, answers, stable !== undefined),
      ...toldOfRules(about, chosen, canary),
    ],
  };
}

/** Divides what one rule sends to the host. */
function divide(
  draft: Draft,
  { resource, rule, routes, toHost }: Sender,
  canary: string,
  stable: string | undefined,
  percent: number,
): readonly string[] {
  const { id } = resource;
  const list = [...rule.path, 'route'];
  const { kept, added, exact } = splitWeights(routes, toHost, percent);
  for (const index of toHost) {
    const path = [...list, index];
    if (stable !== undefined && !asText(valueAt(routes[index], ['destination', 'subset'])))
      setField(draft, id, [...path, 'destination', 'subset'], stable);
    if (routes[index]?.['weight'] !== kept[index]) setField(draft, id, [...path, 'weight'], kept[index] ?? 0);
  }
  const last = toHost.at(-1) ?? 0;
  const like = routes[last] ?? {};
  const value: YamlMap = {
    ...like,
    destination: destinationOf(like['destination'], canary),
    weight: added,
  };
  insertItem(draft, id, list, last + 1, value);
  if (exact) return [];
  const total = toHost.reduce((sum, index) => sum + (kept[index] ?? 0), added);
  return [
    `Weights are whole numbers: in ${resource.name}, ${rule.section} rule ${rule.index + 1}, ${canary} gets ${added} of ${total}, not ${percent} %.`,
  ];
}

/** The same destination with another subset, its fields in the order that people write. */
function destinationOf(like: YamlValue | undefined, subset: string): YamlMap {
  const { host = '', port, ...rest } = asMap(like) ?? {};
  return { host, ...rest, subset, ...(port === undefined ? {} : { port }) };
}

/** A VirtualService for callers in the mesh, with a rule for each protocol that the host's ports speak. */
function addRules(
  draft: Draft,
  { host, definers }: CanaryHost,
  at: {
    readonly written: string;
    readonly namespace: string;
    readonly file: string;
    readonly canary: string;
    readonly stable: string;
    readonly percent: number;
  },
): string {
  const { written, namespace, file, canary, stable, percent } = at;
  const route = () => [
    { destination: { host: written, subset: stable }, weight: 100 - percent },
    { destination: { host: written, subset: canary }, weight: percent },
  ];
  const ports = definers.flatMap(portsOf);
  const of = (name: string) => ports.filter((port) => port.class === name);
  const http = ports.length === 0 || ports.some((port) => port.class === 'http' || port.class === 'auto');
  const spec: YamlMap = {
    hosts: [written],
    ...(http ? { http: [{ route: route() }] } : {}),
    ...some(
      'tls',
      of('tls').map(({ number }) => ({ match: [{ port: number, sniHosts: [host] }], route: route() })),
    ),
    ...some(
      'tcp',
      of('tcp').map(({ number }) => ({ match: [{ port: number }], route: route() })),
    ),
  };
  const name = nameFor(draft.mesh, 'VirtualService', namespace, host);
  return addBeside(draft, file, objectOf('VirtualService', namespace, name, spec));
}

const some = (key: string, rules: readonly YamlMap[]): YamlMap =>
  rules.length > 0 ? { [key]: [...rules] } : {};
