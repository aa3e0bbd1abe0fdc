import { useRef, useState } from 'react';
import { MODELLED_KINDS } from '../../../istio/index.ts';
import { addCommandId } from '../../commands/add.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../controls/index.ts';
import MenuPopup from '../../controls/MenuPopup.tsx';
import { CANVAS_ID, spotElementId } from '../state/focus.ts';
import { canvasStore } from '../state/canvasState.ts';

/** Every kind that can be added beside what is selected: at the place where the keyboard stands, by its first letters. */
export default function AddMenu() {
  const [place] = useState(placeOf);
  const home = useRef(document.getElementById(CANVAS_ID));
  return (
    <MenuPopup
      label="Add beside what is selected"
      anchor={{ getBoundingClientRect: () => place }}
      align="start"
      home={home}
      onClose={() => canvasStore.set({ adding: false })}
    >
      {MODELLED_KINDS.map((kind) => (
        <CommandMenuItem key={kind} id={addCommandId(kind)} title={kind} />
      ))}
      <MenuLine />
      <CommandMenuItem id="add.other" title="Ask for name and file…" />
    </MenuPopup>
  );
}

/** The node or row where the keyboard stands; else the middle of the canvas. */
function placeOf(): DOMRect {
  const { cursor } = canvasStore.get();
  const spot = cursor && document.getElementById(spotElementId(cursor.node, cursor.row));
  if (spot) return spot.getBoundingClientRect();
  const canvas = document.getElementById(CANVAS_ID)?.getBoundingClientRect() ?? new DOMRect();
  return new DOMRect(canvas.x + canvas.width / 2, canvas.y + canvas.height / 3);
}
