import type { Refactorings } from '../../operations/index.ts';
import type { Session, SessionState } from '../../session/index.ts';
import { authoringStore } from '../authoring/where.ts';
import { page } from '../editable.ts';
import { refactorHere } from '../refactor/here.ts';
import { fuzzyMatch } from './fuzzy.ts';
import { formatKeys } from './keys.ts';
import { panes } from './panes.ts';
import { isMac } from './platform.ts';
import { rememberCommand } from './recent.ts';
import { commands, keysOf } from './registry.ts';
import { isEnabled, runCommand } from './run.ts';

export interface PaletteItem {
  readonly key: string;
  readonly title: string;
  /** The letters of the title that were found. */
  readonly at: readonly number[];
  /** `command`, `file`, or a resource's kind. */
  readonly sign: string;
  readonly detail: string;
  readonly keys?: string;
  readonly run: (session: Session) => void;
}

/** More than anyone reads; another letter says more. */
const SHOWN = 60;

/** A command is meant more often than a resource that has its letters somewhere. */
const COMMAND_BONUS = 30;

type Candidate = Omit<PaletteItem, 'at'> & { readonly bonus: number };

function commandCandidates(state: SessionState, recent: readonly string[]): Candidate[] {
  return commands
    .filter((command) => command.id !== 'view.palette' && isEnabled(command, state))
    .map((command) => {
      const place = recent.indexOf(command.id);
      const [keys] = keysOf(command, (one) => isEnabled(one, state));
      return {
        key: `command ${command.id}`,
        title: command.title,
        sign: 'command',
        detail: place >= 0 ? 'recent' : command.group,
        ...(keys && { keys: formatKeys(keys, isMac) }),
        bonus: COMMAND_BONUS + (place >= 0 ? 20 - place : 0),
        run: (session: Session) => {
          rememberCommand(command.id);
          void runCommand(command, session);
        },
      };
    });
}

function placeCandidates({ analysis, workspace }: SessionState): Candidate[] {
  const resources = analysis.mesh.resources.map((resource) => ({
    key: `resource ${resource.id}`,
    title: resource.name,
    sign: resource.type,
    detail: [resource.kind, resource.namespace].filter(Boolean).join(' · '),
    bonus: 0,
    run: (session: Session) =>
      void session.dispatch({ type: 'select', resource: resource.id, origin: 'palette' }),
  }));
  const files = workspace.files.map(({ path }) => ({
    key: `file ${path}`,
    title: path,
    sign: 'file',
    detail: 'file',
    bonus: 0,
    run: (session: Session) => void session.dispatch({ type: 'show-file', path }),
  }));
  return [...resources, ...files];
}

/** Each refactoring that can be meant here, with its preview. */
function refactoringCandidates(state: SessionState, { refactoringsAt }: Refactorings): Candidate[] {
  if (page.readOnly) return [];
  const at = refactorHere(state);
  return refactoringsAt(state.analysis.mesh, at).map(({ id, title }) => ({
    key: `refactoring ${id}`,
    title: `Refactor: ${title}…`,
    sign: 'command',
    detail: 'Edit',
    bonus: COMMAND_BONUS,
    run: () =>
      panes.shell?.openDialog('refactor', undefined, {
        refactoring: id,
        ...(at.namespace !== undefined && { namespace: at.namespace }),
      }),
  }));
}

/** Whoever types a problem's code, ours or another tool's, wants to read about it. */
function codeItem(query: string): readonly PaletteItem[] {
  const [code] = /^(mw|ist|kia)\d+$/i.exec(query.trim()) ?? [];
  return code === undefined
    ? []
    : [
        {
          key: 'problem code',
          title: `Problem code ${code.toUpperCase()}`,
          at: [],
          sign: 'command',
          detail: 'Help',
          run: () => panes.shell?.openDialog('problem-codes', code.toUpperCase()),
        },
      ];
}

/**
 * What the palette shows for a query: the best first; without one, what was run lately and then every command. Refactorings
 * are found by their names once they are loaded.
 */
export function paletteItems(
  state: SessionState,
  query: string,
  recent: readonly string[],
  refactorings: Refactorings | null = null,
): PaletteItem[] {
  const candidates = commandCandidates(state, recent);
  const hasWorkspace = authoringStore.get().where !== 'open';
  if (query.trim() !== '' && hasWorkspace) {
    candidates.push(...placeCandidates(state));
    if (refactorings) candidates.push(...refactoringCandidates(state, refactorings));
  }
  const found: { item: PaletteItem; score: number }[] = [];
  for (const candidate of candidates) {
    const { bonus, ...item } = candidate;
    // A kind or namespace may be meant too: `virtualservice`, `shop`.
    const inTitle = fuzzyMatch(query, item.title);
    const match = inTitle ?? fuzzyMatch(query, `${item.title} ${item.detail}`);
    // Letters strewn over a text are no more than chance.
    if (!match || match.score < 0) continue;
    const at = match.at.filter((index) => index < item.title.length);
    found.push({ item: { ...item, at }, score: match.score + bonus - (inTitle ? 0 : 200) });
  }
  const best = found
    .sort((a, b) => b.score - a.score)
    .slice(0, query.trim() === '' ? candidates.length : SHOWN)
    .map(({ item }) => item);
  return [...codeItem(query), ...best];
}
