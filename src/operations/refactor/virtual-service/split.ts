import { gatewaysOf, MESH_GATEWAY, type Mesh, type Resource } from '../../../istio/index.ts';
import { isDelegate, rulesOf, type RouteRule } from '../../../routing/index.ts';
import { removeField, setField } from '../../edit-field.ts';
import { chosenOf, textOf, tickedOf } from '../answers.ts';
import type { Option, Question, Refactoring } from '../types.ts';
import { placingQuestions } from './placing.ts';
import {
  copyFields,
  copyRules,
  httpRules,
  newBeside,
  removeRules,
  ruleOption,
  takesAll,
  writtenHosts,
} from './rules.ts';

/** Makes two VirtualServices of one: some of its hosts, or at gateways some of its rules, get one of their own. */
export const splitVirtualService: Refactoring = {
  id: 'split-virtual-service',
  title: 'Split the VirtualService',
  words:
    'Gives some of its hosts a VirtualService of their own with the same rules, or, at gateways, some of its rules one for the same hosts.',
  appliesTo: (mesh, { resource }) => waysOf(mesh, mesh.byId.get(resource ?? '')).length > 0,
  questions: (context, { resource: id, path = [] }, given) => {
    const resource = context.mesh.byId.get(id ?? '');
    if (!resource) return [];
    const ways = waysOf(context.mesh, resource);
    const way = chosenOf(given, 'how', ways, path[1] === 'http' ? ways.at(-1)?.value : undefined);
    const part = way === 'hosts' ? hostsQuestion(resource, given) : rulesQuestion(resource, given, path[2]);
    const [taken = ''] = part.kind === 'some' ? part.value : [];
    const end = way === 'hosts' ? taken.replace(/^\*\.?/, '').split('.')[0] : '';
    return [
      { kind: 'choice', key: 'how', title: 'What gets its own', value: way, options: ways },
      part,
      ...placingQuestions(context, resource, `${resource.name}-${end || 'rules'}`, given),
    ];
  },
  perform: (draft, { resource: id = '' }, answers) => {
    const resource = draft.resource(id);
    const name = textOf(answers, 'name').trim();
    const made = newBeside(draft, resource, name, textOf(answers, 'file').trim());
    const warnings: string[] = [];
    if (answers['how'] === 'hosts') {
      const going = answers['hosts'] as readonly string[];
      setField(draft, made, ['spec', 'hosts'], [...going]);
      copyFields(draft, id, made, ['gateways', 'exportTo']);
      copyRules(draft, id, rulesOf(resource), made);
      const hosts = writtenHosts(resource);
      for (const [index, host] of [...hosts.entries()].toReversed())
        if (going.includes(host)) removeField(draft, id, ['spec', 'hosts', index], true);
    } else {
      const going = new Set(answers['rules'] as readonly string[]);
      const rules = httpRules(resource);
      const taken = rules.filter((rule) => going.has(ruleOption(rule).value));
      copyFields(draft, id, made, ['hosts', 'gateways', 'exportTo']);
      copyRules(draft, id, taken, made);
      removeRules(draft, id, taken);
      warnings.push(...orderWarnings(resource.name, name, rules, new Set(taken)));
    }
    return { label: `Split ${resource.name}`, select: { resource: made }, warnings };
  },
};

function hostsQuestion(resource: Resource, given: Parameters<typeof tickedOf>[0]): Question {
  const hosts = writtenHosts(resource);
  const options = hosts.map((value): Option => ({ value, title: value }));
  const value = tickedOf(given, 'hosts', options, hosts.slice(-1));
  const objection =
    value.length === 0
      ? 'Tick the hosts that get a VirtualService of their own.'
      : value.length === hosts.length
        ? 'One host at least has to stay.'
        : undefined;
  return { kind: 'some', key: 'hosts', title: 'Hosts that go', value, options, objection };
}

function rulesQuestion(
  resource: Resource,
  given: Parameters<typeof tickedOf>[0],
  selected: string | number | undefined,
): Question {
  const rules = httpRules(resource);
  const options = rules.map(ruleOption);
  const usual = rules.find(({ index }) => index === selected) ?? rules.at(-1);
  const value = tickedOf(given, 'rules', options, usual ? [ruleOption(usual).value] : []);
  const objection =
    value.length === 0
      ? 'Tick the rules that get a VirtualService of their own.'
      : value.length === rulesOf(resource).length
        ? 'One rule at least has to stay.'
        : undefined;
  return { kind: 'some', key: 'rules', title: 'Rules that go', value, options, objection };
}

/** How it can be divided. For apps in the mesh one VirtualService alone counts for a host, so its rules stay together. */
function waysOf(mesh: Mesh, resource: Resource | undefined): readonly Option[] {
  if (resource?.type !== 'VirtualService' || isDelegate(resource)) return [];
  const atGateways = !gatewaysOf(resource, mesh.settings).includes(MESH_GATEWAY);
  return [
    ...(writtenHosts(resource).length > 1
      ? [{ value: 'hosts', title: 'Hosts', words: 'Each with all the rules.' }]
      : []),
    ...(atGateways && httpRules(resource).length > 0 && rulesOf(resource).length > 1
      ? [
          {
            value: 'rules',
            title: 'Rules',
            words: 'For the same hosts: at a gateway Istio joins them again.',
          },
        ]
      : []),
  ];
}

/** What the order in which istiod joins VirtualServices of a host means for the rules. */
function orderWarnings(
  name: string,
  made: string,
  rules: readonly RouteRule[],
  taken: ReadonlySet<RouteRule>,
): readonly string[] {
  const warnings = [
    `Istio joins the two at the gateway by age, the older first, and puts rules that take everything last. ${made} is the younger one in a cluster too as long as it is created after ${name}.`,
  ];
  const special = rules.filter((rule) => !takesAll(rule));
  const overtaken = special.filter(
    (rule, index) => taken.has(rule) && special.slice(index + 1).some((later) => !taken.has(later)),
  );
  if (overtaken.length > 0)
    warnings.push(
      `${overtaken.map((rule) => ruleOption(rule).title).join(', ')} stood before rules that stay and now comes after them: where both take a request, the other one has it.`,
    );
  return warnings;
}
