import { asList, asMap, asText, member, type Mesh, type Resource } from '../../../istio/index.ts';
import { isDelegate, type RouteRule } from '../../../routing/index.ts';
import { RefusedError, type YamlValue } from '../../../yaml/index.ts';
import { setField } from '../../edit-field.ts';
import { chosenOf, textOf } from '../answers.ts';
import type { RefactorAt, Refactoring } from '../types.ts';
import { placingQuestions } from './placing.ts';
import { copyRules, httpRules, newBeside, removeRules } from './rules.ts';

/** Rules that stand together and whose paths all begin alike. */
interface Run {
  readonly prefix: string;
  readonly rules: readonly RouteRule[];
}

/**
 * Hands the rules under a path to a VirtualService of their own, which another team may keep. istiod puts them back in their
 * place: a delegate's match has to lie within that of the rule which hands on, so it goes on naming the whole path.
 */
export const extractDelegate: Refactoring = {
  id: 'extract-delegate',
  title: 'Extract a delegate',
  words:
    'Moves rules whose paths begin alike to a VirtualService without hosts, and leaves one rule here that hands requests of those paths to it.',
  appliesTo: (mesh, at) => runsAt(mesh, at).length > 0,
  questions: (context, at, given) => {
    const resource = context.mesh.byId.get(at.resource ?? '');
    if (!resource) return [];
    const runs = runsAt(context.mesh, at);
    const options = runs.map((run) => ({
      value: valueOf(run),
      title: run.prefix,
      words: wordsOf(run),
    }));
    const selected = runs.find(({ rules }) => rules.some(({ index }) => index === at.path?.[2]));
    const value = chosenOf(given, 'run', options, selected && valueOf(selected));
    const prefix = runs.find((run) => valueOf(run) === value)?.prefix ?? '';
    const end = prefix
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    return [
      { kind: 'choice', key: 'run', title: 'Paths that go', value, options },
      ...placingQuestions(context, resource, `${resource.name}-${end || 'routes'}`, given),
    ];
  },
  perform: (draft, at, answers) => {
    const { resource: id = '' } = at;
    const resource = draft.resource(id);
    const run = runsAt(draft.mesh, at).find((each) => valueOf(each) === answers['run']);
    const first = run?.rules[0];
    if (!run || !first) throw new RefusedError('not-found', 'Those rules are not there any more.');
    const name = textOf(answers, 'name').trim();
    const made = newBeside(draft, resource, name, textOf(answers, 'file').trim());
    copyRules(draft, id, run.rules, made);
    draft.edit(id, {
      kind: 'insert',
      path: ['spec', 'http'],
      index: first.index,
      value: { match: [{ uri: { prefix: run.prefix } }], delegate: { name } },
    });
    removeRules(
      draft,
      id,
      run.rules.map((rule) => ({ ...rule, path: ['spec', 'http', rule.index + 1] })),
    );
    const exported = member(member(resource.value, 'spec'), 'exportTo');
    if (exported !== undefined) setField(draft, made, ['spec', 'exportTo'], exported);
    return {
      label: `Extract ${name} from ${resource.name}`,
      select: { resource: made },
      warnings: [
        `Paths are not put together: the rules of ${name} go on naming the whole path, ${run.prefix} included. One that does not begin so would never be asked.`,
      ],
    };
  },
};

const valueOf = ({ prefix, rules }: Run): string => [prefix, ...rules.map(({ index }) => index)].join(' ');

function wordsOf({ rules }: Run): string {
  const [first, last] = [rules[0]?.index, rules.at(-1)?.index];
  return rules.length === 1 ? `http[${first}]` : `http[${first}] to http[${last}]`;
}

/**
 * The longest runs of neighbours under one first part of the path, with all that their paths share. Rules that
 * hand on themselves stay, as delegates cannot hand on again, and so do those that take other cases of a letter too: the rule
 * here would not.
 */
function runsAt(mesh: Mesh, { resource: id }: RefactorAt): readonly Run[] {
  const resource = mesh.byId.get(id ?? '');
  if (resource?.type !== 'VirtualService' || isDelegate(resource)) return [];
  const all = httpRules(resource);
  const heads = all.map((rule) => firstPart(pathsOf(rule)));
  const runs: Run[] = [];
  for (let from = 0; from < all.length;) {
    const end = heads.findIndex((head, index) => index > from && head !== heads[from]);
    const to = end < 0 ? all.length : end;
    const rules = all.slice(from, to);
    if (heads[from] !== undefined)
      runs.push({ prefix: common(rules.flatMap((rule) => pathsOf(rule) ?? [])), rules });
    from = to;
  }
  return runs.filter((run) => isWorth(resource, run));
}

/** A VirtualService of one rule would only stand elsewhere. */
const isWorth = (resource: Resource, { rules }: Run): boolean =>
  rules.length > 1 || httpRules(resource).length > 1;

/** The paths that a rule asks for, by prefix or exactly; undefined where one of its matches asks for something else. */
function pathsOf(rule: RouteRule | undefined): readonly string[] | undefined {
  if (!rule || asMap(member(rule.value, 'delegate'))) return undefined;
  const matches = asList(member(rule.value, 'match'));
  const paths = matches.flatMap((match) => pathOf(match) ?? []);
  return matches.length > 0 && paths.length === matches.length ? paths : undefined;
}

function pathOf(match: YamlValue): string | undefined {
  if (member(match, 'ignoreUriCase') === true) return undefined;
  const uri = member(match, 'uri');
  return asText(member(uri, 'prefix')) ?? asText(member(uri, 'exact'));
}

/** `/v2` of `/v2/data` and `/v2`, where all begin with it. */
function firstPart(paths: readonly string[] | undefined): string | undefined {
  const parts = new Set(paths?.map((path) => /^\/[^/?]+/.exec(path)?.[0]));
  return parts.size === 1 ? [...parts][0] : undefined;
}

/** What all paths begin with, up to a slash; a path that is the beginning of all others is that. */
function common(paths: readonly string[]): string {
  const [first = '', ...others] = paths.toSorted((a, b) => a.length - b.length);
  let end = first.length;
  while (!others.every((path) => path.startsWith(first.slice(0, end)))) end--;
  const shared = first.slice(0, end);
  if (end === first.length) return shared;
  const slash = shared.lastIndexOf('/');
  return slash > 0 ? shared.slice(0, slash + 1) : shared;
}
