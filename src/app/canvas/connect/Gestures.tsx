import { DropWords } from '../drop/DropWords.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';

/** What follows the pointer while something is drawn or dragged. */
export default function Gestures() {
  return (
    <>
      <ConnectionLine />
      <DropWords />
    </>
  );
}
