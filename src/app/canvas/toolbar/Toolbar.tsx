import { LayoutGrid, ListTree, Maximize, MousePointer2, Search, Spline } from 'lucide-react';
import type { ComponentType } from 'react';
import { useCommand } from '../../commands/useCommand.ts';
import { RovingRow } from '../../controls/index.ts';
import { page } from '../../editable.ts';
import { useSessionState } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { FlowMenu } from './FlowMenu.tsx';
import { ToolIcon } from './ToolIcon.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { ZoomMenu } from './ZoomMenu.tsx';
import styles from './Toolbar.module.css';

/** What one does to the picture, at its top. One tab stop; arrow keys move inside. */
export function Toolbar() {
  const finding = useCanvasState((state) => state.find !== null);
  const mode = useCanvasState((state) => state.mode);
  const outlineOpen = useSessionState((state) => state.look.outlineOpen);
  return (
    <RovingRow kind="toolbar" className={styles.toolbar} aria-label="Canvas tools" data-pane="canvas-tools">
      {!page.readOnly && (
        <>
          <ToolButton
            id="canvas.select-mode"
            title="Select"
            icon={MousePointer2}
            pressed={mode === 'select'}
          />
          <ToolButton id="canvas.connect-mode" title="Connect" icon={Spline} pressed={mode === 'connect'} />
          <ToolButton id="canvas.tidy" title="Tidy" icon={LayoutGrid} />
        </>
      )}
      <ToolButton id="canvas.fit" title="Fit" icon={Maximize} />
      <ZoomMenu />
      <FlowMenu />
      <ViewMenu />
      <ToolIcon id="canvas.find" pressed={finding}>
        <Search size={14} aria-hidden />
      </ToolIcon>
      <ToolIcon id="canvas.outline" pressed={outlineOpen}>
        <ListTree size={14} aria-hidden />
      </ToolIcon>
    </RovingRow>
  );
}

interface ToolButtonProps {
  id: string;
  title: string;
  /** Stands for the word where there is no room for words. */
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  pressed?: boolean;
}

function ToolButton({ id, title, icon: Icon, pressed }: ToolButtonProps) {
  const command = useCommand(id);
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={title}
      aria-pressed={pressed}
      aria-keyshortcuts={command.ariaKeys}
      title={command.keys ? `${command.title} (${command.keys})` : command.title}
      onClick={command.run}
    >
      <span className={styles.word}>{title}</span>
      <span className={styles.icon}>
        <Icon size={14} aria-hidden />
      </span>
    </button>
  );
}
