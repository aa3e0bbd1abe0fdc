import type { Preferences } from '../../../session/index.ts';
import { TabBar } from '../../controls/TabBar.tsx';
import { useSession, useSessionState } from '../../session.tsx';
import { CanvasContent, DrawerContent, FormContent, RailContent, YamlContent } from './contents.tsx';
import { Pane } from './Pane.tsx';
import styles from './layout.module.css';

type NarrowPane = Preferences['narrowPane'];

const titles: Record<NarrowPane, string> = {
  rail: 'Files',
  canvas: 'Canvas',
  form: 'Form',
  yaml: 'YAML',
  drawer: 'Problems',
};

const tabs = (Object.keys(titles) as NarrowPane[]).map((value) => ({ value, title: titles[value] }));

const contents: Record<NarrowPane, () => React.ReactNode> = {
  rail: RailContent,
  canvas: CanvasContent,
  form: FormContent,
  yaml: YamlContent,
  drawer: DrawerContent,
};

/** One pane at a time, chosen by tabs, where the window has no room for two. */
export function NarrowLayout() {
  const session = useSession();
  const pane = useSessionState((state) => state.preferences.narrowPane);
  const Content = contents[pane];
  return (
    <div className={`${styles.pane} ${styles.body}`}>
      <TabBar
        label="Panes"
        value={pane}
        tabs={tabs}
        wide
        onChange={(narrowPane) => session.dispatch({ type: 'prefer', preferences: { narrowPane } })}
      >
        <Pane key={pane} title={titles[pane]} paper={pane === 'canvas'}>
          <Content />
        </Pane>
      </TabBar>
    </div>
  );
}
