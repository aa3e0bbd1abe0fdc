export { Button } from './Button.tsx';
export { IconButton } from './IconButton.tsx';
export { KindGlyph } from './KindGlyph.tsx';
export { Segmented } from './Segmented.tsx';
