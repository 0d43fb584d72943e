/** A request as it came over the wire. */
export interface RecordedRequest {
  method: string;
  path: string;
  /** Names and values in turn, as they were sent. */
  headers: readonly string[];
  body: Buffer;
}
