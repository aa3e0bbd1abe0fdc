import { FindDialog } from './FindDialog.tsx';
import { TargetDialog } from './TargetDialog.tsx';

/** The lists of places that open over the canvas. */
export default function Dialogs() {
  return (
    <>
      <FindDialog />
      <TargetDialog />
    </>
  );
}
