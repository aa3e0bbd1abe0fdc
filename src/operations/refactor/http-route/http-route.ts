import {
  asList,
  member,
  namespaceOf,
  regexesAtHand,
  specOf,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { gatewayNamed, isDelegate, rulesOf } from '../../../routing/index.ts';
import { RefusedError, type YamlMap } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import { deleteResource } from '../../delete-resource.ts';
import type { Draft } from '../../draft.ts';
import { removeField } from '../../edit-field.ts';
import { chosenOf, isTicked, tickedOf } from '../answers.ts';
import { fileBeside } from '../beside.ts';
import type { Answers, Option, Question, RefactorAt, Refactored, Refactoring } from '../types.ts';
import { apiGateway } from './api-gateway.ts';
import { API_GATEWAY, boundGateways } from './parents.ts';
import { MOST_RULES, plannedRoutes, type RoutesWanted } from './plan-routes.ts';

/** Writes the http rules of a VirtualService as HTTPRoutes of Kubernetes’s Gateway API. */
export const toHttpRoute: Refactoring = {
  id: 'to-http-route',
  title: 'Convert to HTTPRoute',
  words:
    'Writes the http rules as HTTPRoutes of Kubernetes’s Gateway API, as far as they can be expressed, and says field by field what cannot.',
  appliesTo: (mesh, { resource }) => {
    const found = resource === undefined ? undefined : mesh.byId.get(resource);
    return (
      found?.type === 'VirtualService' &&
      !isDelegate(found) &&
      rulesOf(found).some(({ section }) => section === 'http')
    );
  },
  questions: ({ mesh }, at, given) => questions(mesh, at, given),
  perform,
};

const PREFIXES: readonly Option[] = [
  {
    value: 'segments',
    title: 'By whole segments, as PathPrefix',
    words: '/v2 takes /v2 and /v2/items, not /v2x as it does now.',
  },
  {
    value: 'exact',
    title: 'Exactly as they are, as expressions',
    words: 'RegularExpression /v2.*; Istio asks expressions after all other paths.',
  },
];
const CHANNELS: readonly Option[] = [
  { value: 'standard', title: 'Standard', words: 'Without retries and CORS.' },
  {
    value: 'experimental',
    title: 'Experimental',
    words: 'With retries and CORS; the cluster needs the experimental CRDs.',
  },
];
const ORIGINAL: readonly Option[] = [
  { value: 'remove', title: 'Remove it', words: 'Its tls and tcp rules stay, if it has any.' },
  {
    value: 'keep',
    title: 'Keep it',
    words: 'To compare. Do not apply both: they would be two answers for one host.',
  },
];

const wantedOf = (given: Answers): RoutesWanted => ({
  channel: chosenOf(given, 'channel', CHANNELS) === 'experimental' ? 'experimental' : 'standard',
  prefixes: chosenOf(given, 'prefixes', PREFIXES) === 'exact' ? 'exact' : 'segments',
  services: isTicked(given, 'services', true),
});

function questions(mesh: Mesh, { resource }: RefactorAt, given: Answers): readonly Question[] {
  const found = resource === undefined ? undefined : mesh.byId.get(resource);
  if (!found) return [];
  const text = JSON.stringify(specOf(found));
  const gateways = toMake(mesh, found);
  const count = rulesOf(found).filter(({ section }) => section === 'http').length;
  const tooMany =
    count > MOST_RULES
      ? `An HTTPRoute holds ${MOST_RULES} rules, and this has ${count}. Split it first.`
      : undefined;
  return [
    {
      kind: 'choice',
      key: 'prefixes',
      title: 'Prefixes of paths',
      value: chosenOf(given, 'prefixes', PREFIXES),
      options: PREFIXES,
      objection: tooMany,
    },
    ...(/"(?:retries|corsPolicy)":/.test(text)
      ? [
          {
            kind: 'choice',
            key: 'channel',
            title: 'Gateway API of the cluster',
            value: chosenOf(given, 'channel', CHANNELS),
            options: CHANNELS,
          } as const,
        ]
      : []),
    ...(text.includes('"subset":')
      ? [
          {
            kind: 'tick',
            key: 'services',
            title: 'Make a Service for each subset',
            hint: 'An HTTPRoute knows no subsets. Without Services of their own, requests go to all pods.',
            value: isTicked(given, 'services', true) ? 'yes' : '',
          } as const,
        ]
      : []),
    ...(gateways.length > 0
      ? [
          {
            kind: 'some',
            key: 'gateways',
            title: 'Make Gateways of Gateway API out of',
            hint: 'A route is attached to one of these; Istio’s own cannot be named. Left out, one of the same name has to be there.',
            value: tickedOf(
              given,
              'gateways',
              gateways,
              gateways.map(({ value }) => value),
            ),
            options: gateways,
          } as const,
        ]
      : []),
    {
      kind: 'choice',
      key: 'original',
      title: 'The VirtualService',
      value: chosenOf(given, 'original', ORIGINAL),
      options: ORIGINAL,
    },
  ];
}

/** Istio’s Gateways for which there is none of Gateway API with their name yet. */
const toMake = (mesh: Mesh, virtualService: Resource): readonly Option[] =>
  boundGateways(mesh, virtualService)
    .filter((gateway) => gatewayNamed(mesh, gateway) && !apiGatewayNamed(mesh, gateway))
    .map((gateway) => ({ value: gateway, title: gateway }));

const apiGatewayNamed = (mesh: Mesh, gateway: string): Resource | undefined =>
  mesh.resources.find(
    (resource) =>
      resource.type === API_GATEWAY && `${namespaceOf(resource, mesh.settings)}/${resource.name}` === gateway,
  );

function perform(draft: Draft, { resource: id }: RefactorAt, answers: Answers): Refactored {
  const virtualService = draft.resource(id ?? '');
  const { mesh } = draft;
  const wanted = wantedOf(answers);
  const plan = plannedRoutes(mesh, virtualService, wanted, regexesAtHand());
  if (plan.routes.length === 0)
    throw new RefusedError(
      'unsafe',
      `Nothing of ${virtualService.name} can be an HTTPRoute: ${plan.lost[0] ?? 'it has no http rules'}.`,
    );
  const lost = [...plan.lost];
  const ticked = tickedOf(answers, 'gateways', toMake(mesh, virtualService));
  const gateways = ticked.flatMap((name) => {
    const found = gatewayNamed(mesh, name);
    const made = found && apiGateway(mesh, found);
    lost.push(...(made?.lost ?? []));
    return made && asList(member(made.value['spec'], 'listeners')).length > 0 ? [made.value] : [];
  });
  for (const name of boundGateways(mesh, virtualService))
    if (!apiGatewayNamed(mesh, name) && !ticked.includes(name))
      lost.push(
        `gateways: ${name} is no Gateway of Gateway API in the files: until one of that name is there, the route is attached to nothing`,
      );

  const file = fileBeside(mesh, [virtualService], 'routes.yaml');
  const [first] = [...plan.routes, ...plan.services, ...gateways, ...plan.grants].map((value: YamlMap) =>
    addBeside(draft, file, value),
  );
  const goes = chosenOf(answers, 'original', ORIGINAL) === 'remove';
  if (goes) takeOut(draft, virtualService);
  else
    lost.push(
      'Both say what becomes of the same requests, and which is asked is not promised: apply one of them only',
    );
  lost.push(
    'Requests are not followed through Gateway API here: what the routes do with them is to be tried in the cluster',
  );
  return {
    label: `Convert ${virtualService.name} to HTTPRoute`,
    select: { resource: first ?? '' },
    unfollowed: goes ? [virtualService.id] : [],
    warnings: lost.map((each) => `${each[0]?.toUpperCase() ?? ''}${each.slice(1)}.`),
  };
}

function takeOut(draft: Draft, { id, ...resource }: Resource): void {
  const others = ['tls', 'tcp'].some((section) => asList(specOf(resource)[section]).length > 0);
  if (others) removeField(draft, id, ['spec', 'http']);
  else deleteResource(draft, id);
}
