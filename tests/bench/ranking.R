# n, means, standard deviations, top-2 shares, scores and the order of many topics over many members, in base R.
# Arguments: folder with the ratings, rows, columns, members asked, runs. Prints id, median milliseconds, a check.
args <- commandArgs(TRUE)
folder <- args[1]; n <- as.integer(args[2]); k <- as.integer(args[3]); runs <- as.integer(args[5])
cells <- function(name) {
  x <- readBin(file.path(folder, name), "integer", n = n * k, size = 1)
  x[x == 0] <- NA
  matrix(as.numeric(x), nrow = n, byrow = TRUE)
}
I <- cells("importance"); C <- cells("capability")
ranking <- function() {
  count <- colSums(!is.na(I))
  mi <- colMeans(I, na.rm = TRUE); mc <- colMeans(C, na.rm = TRUE)
  si <- sqrt(colSums(sweep(I, 2, mi)^2, na.rm = TRUE) / (count - 1))
  sc <- sqrt(colSums(sweep(C, 2, mc)^2, na.rm = TRUE) / (count - 1))
  ti <- colMeans(I >= 4, na.rm = TRUE); tc <- colMeans(C >= 4, na.rm = TRUE)
  D <- I - C
  ranked <- 100 * (colSums(D > 0, na.rm = TRUE) - colSums(D < 0, na.rm = TRUE)) / count
  score <- mi * colMeans(D, na.rm = TRUE)
  data.frame(count, mi, mc, si, sc, ti, tc, ranked, score, rank = rank(-round(score, 9), ties.method = "min"))
}
made <- ranking()
elapsed <- sapply(seq_len(runs), function(run) system.time(made <<- ranking())[["elapsed"]])
cat("ranking", median(elapsed) * 1000, format(sum(made$score), digits = 15), "\n")
