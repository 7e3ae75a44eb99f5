// What the references are given to draw.
export type Given = {
  nodes: [id: string, x: number, y: number, size: number, label: string][];
  edges: [string, string][];
};
