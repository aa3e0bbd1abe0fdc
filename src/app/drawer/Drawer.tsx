import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { countsOfAll, sameCounts } from '../../checks/index.ts';
import { isExpectationsFile } from '../../istio/index.ts';
import type { DrawerTab } from '../../session/index.ts';
import { registerPane } from '../commands/panes.ts';
import { useCommand } from '../commands/useCommand.ts';
import { IconButton, TabBar, type TabChoice } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { useAtRest } from '../shell/useAtRest.ts';
import { useStore } from '../useStore.ts';
import { countChanged } from './countChanged.ts';
import { expectCounts } from './expectCounts.ts';
import styles from './Drawer.module.css';

// Not on the way to the first picture: the drawer begins closed.
const ProblemsTab = lazy(() => import('./problems/ProblemsTab.tsx'));
const SendTab = lazy(() => import('./send/SendTab.tsx'));
const LoadTab = lazy(() => import('./load/LoadTab.tsx'));
const ChangesTab = lazy(() => import('./changes/ChangesTab.tsx'));
const SearchTab = lazy(() => import('./search/SearchTab.tsx'));

const CONTENT: Readonly<Record<DrawerTab, ReactNode>> = {
  problems: <ProblemsTab />,
  send: <SendTab />,
  load: <LoadTab />,
  changes: <ChangesTab />,
  search: <SearchTab />,
};

/** What stands under everything: problems, requests to try, load over time, what was changed, and a search. `alone`: it has the whole screen, and cannot close. */
export function Drawer({ alone = false }: { alone?: boolean }) {
  const session = useSession();
  const tab = useSessionState((state) => state.preferences.drawerTab);
  const open = useSessionState((state) => state.preferences.drawerOpen === true) || alone;
  const toggle = useCommand('view.toggle-drawer');
  const tabs = useTabs();
  useExpectations();
  const element = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      registerPane('drawer', {
        focus: () => {
          const find = (what: string) => element.current?.querySelector<HTMLElement>(what);
          (find('[data-stop][tabindex="0"]') ?? find('[role=tab][aria-selected=true]'))?.focus();
        },
      }),
    [],
  );

  return (
    <div className={styles.drawer} ref={element}>
      <TabBar
        label="Drawer"
        value={tab}
        tabs={tabs}
        onChange={(drawerTab) => session.dispatch({ type: 'prefer', preferences: { drawerTab } })}
        onPress={() => !open && session.dispatch({ type: 'prefer', preferences: { drawerOpen: true } })}
        end={
          !alone && (
            <IconButton
              label={open ? 'Hide the drawer' : 'Show the drawer'}
              keys={toggle.keys}
              aria-expanded={open}
              onClick={toggle.run}
            >
              {open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
            </IconButton>
          )
        }
      >
        {open && <Suspense fallback={null}>{CONTENT[tab]}</Suspense>}
      </TabBar>
    </div>
  );
}

/** Expectations are checked from the start where a workspace keeps some, once the page is at rest. */
function useExpectations(): void {
  const session = useSession();
  const atRest = useAtRest();
  const some = useSessionState(({ workspace }) =>
    workspace.files.some(({ path }) => isExpectationsFile(path)),
  );
  useEffect(() => {
    if (atRest && some)
      void import('./send/index.ts').then(({ watchExpectations }) => watchExpectations(session));
  }, [session, atRest, some]);
}

function useTabs(): readonly TabChoice<DrawerTab>[] {
  const { errors, warnings } = useSessionState((state) => countsOfAll(state.analysis.problems), sameCounts);
  const { failing, total } = useStore(expectCounts, (state) => state);
  const changed = useSessionState(({ workspace }) => countChanged(workspace));
  return [
    {
      value: 'problems',
      title: 'Problems',
      badge: {
        count: errors + warnings,
        words: errors + warnings === 1 ? 'error or warning' : 'errors and warnings',
        tone: errors > 0 ? 'error' : 'warn',
      },
    },
    {
      value: 'send',
      title: 'Send a request',
      badge: failing
        ? { count: failing, words: failing === 1 ? 'expectation fails' : 'expectations fail', tone: 'error' }
        : { count: total, words: total === 1 ? 'expectation holds' : 'expectations hold', tone: 'plain' },
    },
    { value: 'load', title: 'Load lab' },
    {
      value: 'changes',
      title: 'Changes',
      badge: { count: changed, unit: changed === 1 ? 'file' : 'files', tone: 'plain' },
    },
    { value: 'search', title: 'Search' },
  ];
}
