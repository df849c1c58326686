/** What the reply 403 says where the office keeps named ratings closed; the page of the error tells why. */
export const NAMED_RATINGS_CLOSED = "named ratings are closed";
