// Programs that draw nothing, for the parts of Sigma that the map has no use for.
import { AbstractEdgeProgram, AbstractNodeProgram } from 'sigma/rendering';

export class NoNodeProgram extends AbstractNodeProgram {
  drawLabel = undefined;
  drawHover = undefined;
  process() {}
  reallocate() {}
  render() {}
  kill() {}
}

export class NoEdgeProgram extends AbstractEdgeProgram {
  drawLabel = undefined;
  process() {}
  reallocate() {}
  render() {}
  kill() {}
}
