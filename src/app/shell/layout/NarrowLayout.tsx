import type { Preferences } from '../../../session/index.ts';
import type { Panes } from '../../commands/panes.ts';
import { TabBar } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { lessonHere } from '../../lesson/here.ts';
import { CanvasContent, FormContent, LessonContent, YamlContent } from './contents.ts';
import { Rail } from '../../rail/index.ts';
import { Drawer } from '../../drawer/index.ts';
import { Pane } from './Pane.tsx';
import styles from './layout.module.css';

type NarrowPane = Preferences['narrowPane'];

const titles: Record<NarrowPane, string> = {
  rail: 'Files',
  lesson: 'Lesson',
  canvas: 'Canvas',
  form: 'Form',
  yaml: 'YAML',
  drawer: 'Problems',
};

const tabs = (Object.keys(titles) as NarrowPane[]).map((value) => ({ value, title: titles[value] }));

const names: Record<NarrowPane, keyof Panes> = {
  rail: 'rail',
  lesson: 'lesson',
  canvas: 'canvas',
  form: 'inspector',
  yaml: 'source',
  drawer: 'drawer',
};

const contents: Record<NarrowPane, () => React.ReactNode> = {
  rail: Rail,
  lesson: LessonContent,
  canvas: CanvasContent,
  form: FormContent,
  yaml: YamlContent,
  drawer: () => <Drawer alone />,
};

/** One pane at a time, chosen by tabs, where the window has no room for two. */
export function NarrowLayout() {
  const session = useSession();
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  const wanted = useSessionState((state) => state.preferences.narrowPane);
  const pane = wanted === 'lesson' && !hasLesson ? 'canvas' : wanted;
  const Content = contents[pane];
  return (
    <div className={`${styles.pane} ${styles.body}`}>
      <TabBar
        label="Panes"
        value={pane}
        tabs={hasLesson ? tabs : tabs.filter(({ value }) => value !== 'lesson')}
        wide
        onChange={(narrowPane) => session.dispatch({ type: 'prefer', preferences: { narrowPane } })}
      >
        <Pane key={pane} name={names[pane]} title={titles[pane]} paper={pane === 'canvas'}>
          <Content />
        </Pane>
      </TabBar>
    </div>
  );
}
