/** A segment that lacks a block, whose block is damaged, or that another version of the format wrote. */
export class UnreadableSegmentError extends Error {
  /** Name of the segment (`SegmentReader.name`); empty where even that could not be read. */
  readonly dataSet: string;

  constructor(dataSet: string, message: string) {
    super(message);
    this.dataSet = dataSet;
  }
}
