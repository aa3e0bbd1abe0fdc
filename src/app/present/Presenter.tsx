import { Fragment, useLayoutEffect, useRef } from 'react';
import { Group, Panel } from 'react-resizable-panels';
import { lessonHere } from '../lesson/here.ts';
import { useSessionState } from '../session.tsx';
import { Divider } from '../shell/layout/Divider.tsx';
import { Pane } from '../shell/layout/Pane.tsx';
import { PANES } from '../shell/layout/panesByName.ts';
import { useStore } from '../useStore.ts';
import { Bar } from './Bar.tsx';
import { BlockedNotes } from './notes/BlockedNotes.tsx';
import { Laser } from './Laser.tsx';
import { present, presentStore, type PaneName } from './presentStore.ts';
import { usePortrait } from './usePortrait.ts';
import { arranged } from './views.ts';
import styles from './Presenter.module.css';
import './presenting.css';

/** The picture and the editor draw larger by themselves, where the pointer has to meet what it points at. */
const DRAWS_LARGE: ReadonlySet<PaneName> = new Set(['canvas', 'yaml']);

/** The screen for a room: one pane or two, large, and a quiet row to steer by. */
export function Presenter() {
  const frame = useRef<HTMLDivElement>(null);
  const hasLesson = useSessionState((state) => lessonHere(state) !== null);
  const title = useSessionState((state) => lessonHere(state)?.title ?? state.workspace.name);
  const now = useStore(presentStore, (state) => state.now);
  const portrait = usePortrait();
  // With the first drawing: who is quick has gone elsewhere a moment later.
  useLayoutEffect(() => frame.current?.focus(), []);
  if (!now) return null;
  const panes = arranged(now.panes, hasLesson);
  // A trace is wide: it stands under the picture.
  const stacked = portrait || panes.includes('drawer');
  return (
    <div className={styles.presenter} ref={frame} tabIndex={-1} data-presenter="">
      <h1 className="visually-hidden">{title}</h1>
      <Group
        key={`${panes.join(' ')} ${stacked}`}
        id="presented"
        orientation={stacked ? 'vertical' : 'horizontal'}
        className={styles.panes}
      >
        {panes.map((pane, index) => {
          const { title, name, Content } = PANES[pane];
          return (
            <Fragment key={pane}>
              {index > 0 && <Divider label="Room for the two panes" />}
              <Panel
                id={pane}
                className={styles.panel}
                defaultSize={panes.length === 1 ? '100%' : pane === 'canvas' ? '58%' : '42%'}
                minSize="20%"
              >
                <Pane name={name} title={title} paper={pane === 'canvas'}>
                  {DRAWS_LARGE.has(pane) ? (
                    <Content />
                  ) : (
                    <div className={styles.large}>
                      <Content />
                    </div>
                  )}
                </Pane>
              </Panel>
            </Fragment>
          );
        })}
      </Group>
      <Bar />
      {now.dark && (
        <button
          type="button"
          className={styles.dark}
          aria-label="The screen is dark. Light it again"
          onClick={() => present({ dark: false })}
        />
      )}
      <Laser on={now.laser} />
      <BlockedNotes />
    </div>
  );
}
