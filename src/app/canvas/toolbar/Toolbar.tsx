import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { ListTree, Search } from 'lucide-react';
import { useCommand } from '../../commands/useCommand.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { FlowMenu } from './FlowMenu.tsx';
import { ToolIcon } from './ToolIcon.tsx';
import { ZoomMenu } from './ZoomMenu.tsx';
import styles from './Toolbar.module.css';

/** What one does to the picture, at its top. One tab stop; arrow keys move inside. */
export function Toolbar() {
  const mode = useCanvasState((state) => state.mode);
  const outlineOpen = useCanvasState((state) => state.outlineOpen);
  return (
    <Bar.Root className={styles.toolbar} aria-label="Canvas tools" data-pane="canvas-tools">
      <ToolButton id="canvas.select-mode" title="Select" pressed={mode === 'select'} />
      <ToolButton id="canvas.connect-mode" title="Connect" pressed={mode === 'connect'} />
      <ToolButton id="canvas.tidy" title="Tidy" />
      <ToolButton id="canvas.fit" title="Fit" />
      <ZoomMenu />
      <FlowMenu />
      <ToolIcon id="canvas.find">
        <Search size={14} aria-hidden />
      </ToolIcon>
      <ToolIcon id="canvas.outline" pressed={outlineOpen}>
        <ListTree size={14} aria-hidden />
      </ToolIcon>
    </Bar.Root>
  );
}

function ToolButton({ id, title, pressed }: { id: string; title: string; pressed?: boolean }) {
  const command = useCommand(id);
  return (
    <Bar.Button
      className={styles.tool}
      aria-pressed={pressed}
      aria-keyshortcuts={command.ariaKeys}
      title={command.keys ? `${command.title} (${command.keys})` : command.title}
      onClick={command.run}
    >
      {title}
    </Bar.Button>
  );
}
