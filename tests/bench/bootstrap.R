# 10,000 bootstrap replicates of the mean weighted discrepancy, as an analyst writes them in base R.
# Arguments: folder with the ratings, rows, columns, members asked, runs. Prints id, median milliseconds, a check.
args <- commandArgs(TRUE)
folder <- args[1]; n <- as.integer(args[2]); k <- as.integer(args[3]); N <- as.integer(args[4]); runs <- as.integer(args[5])
cells <- function(name) {
  x <- readBin(file.path(folder, name), "integer", n = n * k, size = 1)
  x[x == 0] <- NA
  matrix(as.numeric(x), nrow = n, byrow = TRUE)
}
I <- cells("importance"); C <- cells("capability"); B <- 10000L

figures <- function(ranks) {
  ends <- apply(ranks, 2, quantile, probs = c(0.05, 0.5, 0.95), type = 1)
  list(ends = ends, five = colMeans(ranks <= 5), ten = colMeans(ranks <= 10))
}
# The usual loop: rows drawn again, means, ranks.
loop <- function() {
  ranks <- matrix(0, B, k)
  for (b in seq_len(B)) {
    i <- sample.int(n, n, TRUE)
    mi <- colMeans(I[i, ], na.rm = TRUE); mc <- colMeans(C[i, ], na.rm = TRUE)
    ranks[b, ] <- rank(-mi * (mi - mc), ties.method = "min")
  }
  figures(ranks)
}
# The matrix form: Rao-Wu weights, the correction by topic, matrix products.
matrices <- function() {
  R <- t(rmultinom(B, n - 1, rep(1, n))) * n / (n - 1)
  there <- 1 * !is.na(I); I0 <- replace(I, is.na(I), 0); C0 <- replace(C, is.na(C), 0)
  lambda <- sqrt(1 - colSums(there) / N)
  weighted <- function(X) sweep(R %*% X, 2, lambda, "*") + rep((1 - lambda) * colSums(X), each = B)
  W <- weighted(there); mi <- weighted(I0) / W; mc <- weighted(C0) / W
  figures(t(apply(-mi * (mi - mc), 1, rank, ties.method = "min")))
}
time <- function(id, work) {
  set.seed(1); made <- work()
  elapsed <- sapply(seq_len(runs), function(run) system.time(made <<- work())[["elapsed"]])
  cat(id, median(elapsed) * 1000, mean(made$ends[2, ]), "\n")
}
time("loop", loop)
time("matrices", matrices)
