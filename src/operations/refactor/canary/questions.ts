import { isWildcard, type Labels } from '../../../istio/index.ts';
import type { OperationContext } from '../../types.ts';
import { missingService } from '../assume-service.ts';
import { isTicked, textOf, tickedOf } from '../answers.ts';
import { labelsIn } from '../labels-answer.ts';
import { ruleKey } from '../senders.ts';
import type { Answers, Question, RefactorAt } from '../types.ts';
import { canaryHost, hostsMeant, hostsOffered, proposedCanary, proposedStable } from './proposal.ts';
import { divisible, NEW_RULE, sendsToAll } from './rules.ts';

/** What adding a canary has to know; each answer proposes the next. */
export function canaryQuestions(
  { mesh }: OperationContext,
  at: RefactorAt,
  given: Answers,
): readonly Question[] {
  const offered = hostsOffered(mesh, at);
  const host = textOf(given, 'host', offered[0]);
  const about = canaryHost(mesh, host);
  const meant = hostsMeant(mesh, at);
  const proposed = proposedCanary(about);
  const subset = textOf(given, 'subset', proposed.name);
  const known = about.subsets.get(subset);
  const labels = textOf(given, 'labels', subset === proposed.name ? proposed.labels : `version: ${subset}`);
  const read = labelsIn(labels);
  const rules = divisible(mesh, about, subset);
  const ticked = tickedOf(
    given,
    'rules',
    rules,
    rules.map(({ value }) => value),
  );
  const asksStable =
    ticked.includes(NEW_RULE) ||
    about.senders.some(
      (sender) => sendsToAll(sender) && ticked.includes(ruleKey(sender.resource, sender.rule.path)),
    );
  const missing = missingService(mesh, host, about.senders);
  return [
    {
      kind: 'text',
      key: 'host',
      title: 'Host',
      value: host,
      suggestions: offered.map((value) => ({
        value,
        ...(meant.includes(value) ? { note: 'from here' } : {}),
      })),
      objection: objectionToHost(host, about.definers.length > 0 || missing !== null),
    },
    {
      kind: 'text',
      key: 'subset',
      title: 'Name of the canary',
      hint: known
        ? 'The subset is there already, and stays as it is.'
        : 'A new subset of the DestinationRule.',
      value: subset,
      objection: NAME.test(subset) ? undefined : 'A subset’s name holds letters, digits and dashes.',
    },
    ...(known
      ? []
      : [
          {
            kind: 'text',
            key: 'labels',
            title: 'Labels of its pods',
            value: labels,
            objection: typeof read === 'string' ? read : undefined,
          } as const,
        ]),
    {
      kind: 'number',
      key: 'weight',
      title: 'Its share, in per cent',
      value: textOf(given, 'weight', '10'),
      least: 0,
      most: 100,
      objection: /^(?:\d{1,2}|100)$/.test(textOf(given, 'weight', '10'))
        ? undefined
        : 'A share is a whole number from 0 to 100.',
    },
    {
      kind: 'some',
      key: 'rules',
      title: 'Rules to divide',
      options: rules,
      value: ticked,
      objection: ticked.length > 0 ? undefined : noRules(rules.length, subset),
    },
    ...(asksStable ? stableQuestions(about, given, subset, typeof read === 'string' ? {} : read) : []),
    ...(missing
      ? [
          {
            kind: 'tick',
            key: 'assume',
            title: `Note that the cluster has the Service ${missing.name}`,
            hint: 'No file defines it; the settings file of the workspace can say that it is there.',
            value: isTicked(given, 'assume', true) ? 'yes' : '',
          } as const,
        ]
      : []),
  ];
}

/** What today's pods are called, for rules that send to all pods: these would go on sending to the new ones. */
function stableQuestions(
  about: ReturnType<typeof canaryHost>,
  given: Answers,
  canary: string,
  canaryLabels: Labels,
): readonly Question[] {
  const proposed = proposedStable(about, canary, canaryLabels);
  const stable = textOf(given, 'stable', proposed.name);
  const labels = textOf(
    given,
    'stableLabels',
    stable === proposed.name ? proposed.labels : `version: ${stable}`,
  );
  const read = labelsIn(labels);
  const name: Question = {
    kind: 'text',
    key: 'stable',
    title: 'Name of what serves today',
    hint: 'Some rules send to all pods. The rest of their requests goes to this subset, so that the canary gets no more than its share.',
    value: stable,
    objection:
      stable === canary
        ? 'Both cannot have one name.'
        : NAME.test(stable)
          ? undefined
          : 'A subset’s name holds letters, digits and dashes.',
  };
  if (about.subsets.has(stable)) return [name];
  return [
    name,
    {
      kind: 'text',
      key: 'stableLabels',
      title: 'Labels of today’s pods',
      value: labels,
      objection: typeof read === 'string' ? read : undefined,
    },
  ];
}

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

function objectionToHost(host: string, isKnown: boolean): string | undefined {
  if (host === '') return 'Name the host that gets a canary.';
  if (isWildcard(host)) return 'A wildcard stands for many hosts, and a canary belongs to one. Name that.';
  return isKnown
    ? undefined
    : `Nothing in the files defines ${host}. Add a ServiceEntry with its endpoints and their labels first.`;
}

const noRules = (offered: number, subset: string): string =>
  offered > 0
    ? `Choose at least one, or nothing is sent to ${subset}.`
    : `Every rule for this host sends to ${subset} already. Change its weight there.`;
