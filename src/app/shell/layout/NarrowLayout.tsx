import type { Preferences } from '../../../session/index.ts';
import { TabBar } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { lessonHere } from '../../lesson/here.ts';
import { Pane } from './Pane.tsx';
import { PANES } from './panesByName.ts';
import styles from './layout.module.css';

type NarrowPane = Preferences['narrowPane'];

const tabs = (Object.keys(PANES) as NarrowPane[]).map((value) => ({ value, title: PANES[value].title }));

/** One pane at a time, chosen by tabs, where the window has no room for two. */
export function NarrowLayout() {
  const session = useSession();
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  const wanted = useSessionState((state) => state.preferences.narrowPane);
  const pane = wanted === 'lesson' && !hasLesson ? 'canvas' : wanted;
  const { title, name, Content } = PANES[pane];
  return (
    <div className={`${styles.pane} ${styles.body}`}>
      <TabBar
        label="Panes"
        value={pane}
        tabs={hasLesson ? tabs : tabs.filter(({ value }) => value !== 'lesson')}
        wide
        onChange={(narrowPane) => session.dispatch({ type: 'prefer', preferences: { narrowPane } })}
      >
        <Pane key={pane} name={name} title={title} paper={pane === 'canvas'}>
          <Content />
        </Pane>
      </TabBar>
    </div>
  );
}
