/** Thrown for a segment with a missing or damaged block, or of another version of the format. */
export class UnreadableSegmentError extends Error {
  /** The name of the segment (`SegmentReader.name`); empty when even that could not be read. */
  readonly dataSet: string;

  constructor(dataSet: string, message: string) {
    super(message);
    this.dataSet = dataSet;
  }
}
