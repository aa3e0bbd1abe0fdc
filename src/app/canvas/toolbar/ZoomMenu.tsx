import { useStore } from '@xyflow/react';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { panes } from '../../commands/panes.ts';
import { DropMenu, MenuItem, MenuLine } from '../../controls/index.ts';
import styles from './Toolbar.module.css';

const STEPS = [0.5, 0.75, 1.5, 2];

/** The zoom in percent, with the ways to change it. */
export function ZoomMenu() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <DropMenu
      label="Zoom"
      trigger={
        <button type="button" className={`${styles.tool} ${styles.zoom}`} aria-label={`Zoom, ${percent} %`}>
          {percent}%
        </button>
      }
    >
      <CommandMenuItem id="canvas.zoom-in" />
      <CommandMenuItem id="canvas.zoom-out" />
      <CommandMenuItem id="canvas.zoom-100" />
      <CommandMenuItem id="canvas.fit" title="Fit" />
      <MenuLine />
      {STEPS.map((step) => (
        <MenuItem key={step} title={`${step * 100} %`} onClick={() => panes.canvas?.zoomTo(step)} />
      ))}
    </DropMenu>
  );
}
