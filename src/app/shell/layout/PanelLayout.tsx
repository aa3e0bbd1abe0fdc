import { Group, Panel } from 'react-resizable-panels';
import type { Preferences } from '../../../session/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { DRAWER_BAR } from '../../drawer/bar.ts';
import { Drawer } from '../../drawer/index.ts';
import { Rail } from '../../rail/index.ts';
import { isLessonShown, lessonHere } from '../../lesson/here.ts';
import { CanvasContent, FormContent, LessonContent, YamlContent } from './contents.ts';
import { Divider } from './Divider.tsx';
import { Pane } from './Pane.tsx';
import { SideColumn } from './SideColumn.tsx';
import { SizedPanel } from './SizedPanel.tsx';
import { CANVAS_MIN } from './sizes.ts';
import { useColumnForLesson } from './width.ts';
import { useRememberedSizes } from './useRememberedSizes.ts';
import styles from './layout.module.css';

/**
 * Rail, canvas and right column side by side over the drawer. Below 1,100 pixels form and YAML share the right column.
 * A lesson stands left of the canvas, or in a low sheet under it where there is no room.
 */
export function PanelLayout({ width }: { width: 'wide' | 'medium' }) {
  const session = useSession();
  const railOpen = useSessionState((state) => state.preferences.railOpen);
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  const lessonShown = useSessionState(isLessonShown);
  const column = useColumnForLesson();
  const inspectorOpen = useSessionState((state) => state.preferences.inspectorOpen);
  const yamlOpen = useSessionState((state) => state.preferences.yamlOpen);
  const drawerOpen = useSessionState((state) => state.preferences.drawerOpen === true);
  const labInDrawer = useSessionState((state) => state.preferences.drawerTab === 'load');
  const columns = useRememberedSizes(`columns-${width}`);
  const rows = useRememberedSizes('rows');
  const prefer = (preferences: Partial<Preferences>) => session.dispatch({ type: 'prefer', preferences });

  return (
    <Group orientation="vertical" id="rows" className={styles.body} onLayoutChanged={rows.remember}>
      <Panel id="main" className={styles.panel} minSize={160}>
        <Group orientation="horizontal" id="columns" onLayoutChanged={columns.remember}>
          <SizedPanel
            pane="rail"
            open={railOpen}
            onOpenChange={(open) => prefer({ railOpen: open })}
            {...columns}
          >
            {railOpen && (
              <Pane name="rail" title="Files and resources">
                <Rail />
              </Pane>
            )}
          </SizedPanel>
          <Divider label="Width of files and resources" />
          <SizedPanel
            pane="lesson"
            open={lessonShown && column}
            onOpenChange={(open) => hasLesson && column && prefer({ lessonOpen: open })}
            {...columns}
          >
            {lessonShown && column && <LessonPane />}
          </SizedPanel>
          <Divider label="Width of the lesson" hidden={!hasLesson || !column} />
          <Panel id="canvas" className={styles.panel} minSize={CANVAS_MIN}>
            <Pane name="canvas" title="Canvas" paper>
              <CanvasContent />
            </Pane>
          </Panel>
          {width === 'wide' ? (
            <>
              <Divider label="Width of the form" />
              <SizedPanel
                pane="inspector"
                open={inspectorOpen}
                onOpenChange={(open) => prefer({ inspectorOpen: open })}
                {...columns}
              >
                {inspectorOpen && (
                  <Pane name="inspector" title="Form">
                    <FormContent />
                  </Pane>
                )}
              </SizedPanel>
              <Divider label="Width of the YAML" />
              <SizedPanel
                pane="yaml"
                open={yamlOpen}
                onOpenChange={(open) => prefer({ yamlOpen: open })}
                {...columns}
              >
                {yamlOpen && (
                  <Pane name="source" title="YAML">
                    <YamlContent />
                  </Pane>
                )}
              </SizedPanel>
            </>
          ) : (
            <>
              <Divider label="Width of form and YAML" />
              <SizedPanel
                pane="side"
                open={inspectorOpen || yamlOpen}
                onOpenChange={(open) => prefer({ inspectorOpen: open, yamlOpen: open })}
                {...columns}
              >
                {(inspectorOpen || yamlOpen) && <SideColumn />}
              </SizedPanel>
            </>
          )}
        </Group>
      </Panel>
      <Divider label="Height of the lesson" hidden={!hasLesson || column} />
      <SizedPanel
        pane="sheet"
        open={lessonShown && !column}
        onOpenChange={(open) => hasLesson && !column && prefer({ lessonOpen: open })}
        {...rows}
      >
        {lessonShown && !column && <LessonPane />}
      </SizedPanel>
      <Divider label="Height of the drawer" />
      <SizedPanel
        pane="drawer"
        sizedAs={labInDrawer ? 'lab' : 'drawer'}
        open={drawerOpen}
        closedSize={DRAWER_BAR}
        onOpenChange={(open) => prefer({ drawerOpen: open })}
        {...rows}
      >
        <Pane name="drawer" title="Drawer">
          <Drawer />
        </Pane>
      </SizedPanel>
    </Group>
  );
}

const LessonPane = () => (
  <Pane name="lesson" title="Lesson">
    <LessonContent />
  </Pane>
);
