import { useEffect, useState } from 'react';
import { Group, Panel } from 'react-resizable-panels';
import { TabBar } from '../../controls/index.ts';
import { Divider } from '../../shell/layout/Divider.tsx';
import { PaneBoundary } from '../../shell/layout/PaneBoundary.tsx';
import { useWidth } from '../../shell/layout/width.ts';
import { onGoToText } from '../goTo.ts';
import { useShown } from '../useShown.ts';
import { GoalCheck } from './GoalCheck.tsx';
import { LessonRail } from './LessonRail.tsx';
import type { PackMenuProps } from './PackMenu.tsx';
import { Preview } from './Preview.tsx';
import { TextPane } from './TextPane.tsx';
import styles from './Panes.module.css';

type Tab = 'lessons' | 'text' | 'preview' | 'check';
const TITLES: Record<Tab, string> = {
  lessons: 'Lessons',
  text: 'Text',
  preview: 'As learners see it',
  check: 'Goal check',
};

/** Lessons, text, preview and check, side by side as far as there is room. */
export function Panes(props: PackMenuProps) {
  const width = useWidth();
  if (width === 'narrow') return <Tabs tabs={['lessons', 'text', 'preview', 'check']} {...props} />;
  return (
    <Group orientation="horizontal" id="authoring" className={styles.body}>
      <Panel
        id="lessons"
        className={styles.panel}
        groupResizeBehavior="preserve-pixel-size"
        defaultSize={width === 'wide' ? 240 : 200}
        minSize={150}
        maxSize={420}
      >
        <Part title="Lessons">
          <LessonRail {...props} />
        </Part>
      </Panel>
      <Divider label="Width of the lessons" />
      {width === 'medium' ? (
        <Panel id="tabs" className={styles.panel} minSize={300}>
          <Tabs tabs={['text', 'preview', 'check']} {...props} />
        </Panel>
      ) : (
        <>
          <Panel id="writing" className={styles.panel} minSize={300}>
            <Group orientation="vertical" id="writing-rows">
              <Panel id="text" className={styles.panel} minSize={120}>
                <Part title="Text">
                  <TextPane />
                </Part>
              </Panel>
              <Divider label="Height of the goal check" />
              <Panel
                id="check"
                className={styles.panel}
                groupResizeBehavior="preserve-pixel-size"
                defaultSize={230}
                minSize={90}
              >
                <Part title="Goal check">
                  <GoalCheck />
                </Part>
              </Panel>
            </Group>
          </Panel>
          <Divider label="Width of the preview" />
          <Panel
            id="preview"
            className={styles.panel}
            groupResizeBehavior="preserve-pixel-size"
            defaultSize={372}
            minSize={260}
            maxSize={620}
          >
            <Part title="Preview">
              <Preview />
            </Part>
          </Panel>
        </>
      )}
    </Group>
  );
}

/** One at a time, where there is no room for more. */
function Tabs({ tabs, ...props }: PackMenuProps & { tabs: readonly Tab[] }) {
  const [chosen, setChosen] = useState<Tab>('text');
  const findings = useShown()?.findings.length ?? 0;
  useEffect(() => onGoToText(() => setChosen('text')), []);
  const value = tabs.includes(chosen) ? chosen : 'text';
  return (
    <TabBar
      label="What is shown of the lesson"
      value={value}
      tabs={tabs.map((tab) => ({
        value: tab,
        title: TITLES[tab],
        ...(tab === 'check' && {
          badge: { count: findings, words: 'to mend', tone: 'error' as const },
        }),
      }))}
      wide
      onChange={setChosen}
    >
      <Part title={TITLES[value]}>
        {value === 'lessons' && <LessonRail {...props} />}
        {value === 'text' && <TextPane />}
        {value === 'preview' && <Preview />}
        {value === 'check' && <GoalCheck />}
      </Part>
    </TabBar>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className={styles.part}>
      <PaneBoundary title={title}>{children}</PaneBoundary>
    </section>
  );
}
