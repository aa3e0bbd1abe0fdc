import type { RightTab } from '../../../session/index.ts';
import { TabBar } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { FormContent, YamlContent } from './contents.ts';
import { Pane } from './Pane.tsx';
import styles from './layout.module.css';

const tabs = [
  { value: 'form', title: 'Form' },
  { value: 'yaml', title: 'YAML' },
] as const;

/** Form and YAML, one at a time, in the column they share on a screen of medium width. */
export function SideColumn() {
  const session = useSession();
  const tab = useSessionState((state) => state.preferences.rightTab);
  const choose = (rightTab: RightTab) => session.dispatch({ type: 'prefer', preferences: { rightTab } });
  return (
    <div className={styles.pane}>
      <TabBar label="Form or YAML" value={tab} tabs={tabs} onChange={choose} wide>
        {tab === 'form' ? (
          <Pane name="inspector" title="Form">
            <FormContent />
          </Pane>
        ) : (
          <Pane name="source" title="YAML">
            <YamlContent />
          </Pane>
        )}
      </TabBar>
    </div>
  );
}
