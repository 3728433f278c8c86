# SPDX-License-Identifier: MIT
# Compares what the program estimated from the stays with the package survival.
#   Rscript compare.R FOLDER        (stays.csv and estimates.csv, of survival_cases)
suppressPackageStartupMessages(library(survival))

kDay <- 86400
kTolerance <- 1e-9
folder <- commandArgs(trailingOnly = TRUE)[1]
stays <- read.csv(file.path(folder, "stays.csv"))
estimates <- read.csv(file.path(folder, "estimates.csv"))

# Survival counts by whole days, and a stay is at risk on the day on which it enters: it enters half a day before. One
# day is added to all times, since survfit() begins at 0.
shifted <- function(day) day + 1
counting <- function(stays, status) {
  Surv(shifted(stays$entry %/% kDay) - 0.5, shifted(stays$exit %/% kDay), status)
}

kaplan_meier <- function(stays) survfit(counting(stays, as.integer(!is.na(stays$cause))) ~ 1, data = stays)

# A matrix: by day, then cause.
aalen_johansen <- function(stays, causes, days) {
  status <- factor(ifelse(is.na(stays$cause), "censored", stays$cause), levels = c("censored", causes))
  fit <- survfit(counting(stays, status) ~ 1, id = seq_len(nrow(stays)), data = stays)
  summary(fit, times = shifted(days), extend = TRUE)$pstate[, -1, drop = FALSE]
}

# survfit() knows whole days; the fraction of a day beyond them is the mean one of the stays that ended.
restricted_mean <- function(fit, stays, limit) {
  # survfit() refuses a limit before its first time.
  before <- shifted(limit) <= min(fit$time)
  whole <- if (before) limit else unname(summary(fit, rmean = shifted(limit))$table["rmean"]) - 1
  ended <- !is.na(stays$cause)
  if (!any(ended)) return(whole)
  left <- summary(fit, times = shifted(limit - 1), extend = TRUE)$surv
  whole + (1 - left) * mean(stays$exit[ended] %% kDay) / kDay
}

# The first day by whose end so many have ended. Not quantile(): that is the middle of a day range if the curve is level.
first_day <- function(fit, share) {
  there <- which(fit$surv <= 1 - share + 1e-12)
  if (length(there) == 0) NA else fit$time[there[1]] - 1
}

expected_of <- function(stays, rows) {
  fit <- kaplan_meier(stays)
  longest <- max(stays$exit %/% kDay)
  days <- 0:longest
  expected <- rep(NA_real_, nrow(rows))

  of <- rows$quantity == "survival"
  stopifnot(identical(as.numeric(rows$at[of]), as.numeric(days)))
  expected[of] <- summary(fit, times = shifted(days), extend = TRUE)$surv

  of <- rows$quantity == "incidence"
  causes <- sort(unique(rows$cause[of]))
  stopifnot(sum(of) == length(causes) * length(days))
  if (length(causes) == 1 || all(is.na(stays$cause))) {
    expected[of] <- rep(1 - summary(fit, times = shifted(days), extend = TRUE)$surv, length(causes))
  } else {
    expected[of] <- as.vector(aalen_johansen(stays, causes, days))
  }

  for (i in which(rows$quantity == "restricted_mean")) expected[i] <- restricted_mean(fit, stays, rows$at[i])
  if (all(!is.na(stays$cause)) && all(stays$entry == 0)) {
    # All are over: the mean itself.
    of <- rows$quantity == "restricted_mean" & rows$at > longest
    stopifnot(abs(expected[of] - mean(stays$exit) / kDay) <= kTolerance * max(1, longest))
  }
  for (i in which(rows$quantity == "quantile")) expected[i] <- first_day(fit, rows$at[i])
  for (i in which(rows$quantity == "quantile_not_reached"))
    expected[i] <- if (is.na(first_day(fit, rows$at[i]))) longest else NA
  expected
}

names <- unique(stays$case)
stopifnot(length(names) >= 15, setequal(names, unique(estimates$case)))
different <- 0
for (name in names) {
  rows <- estimates[estimates$case == name, ]
  rows$survival_package <- expected_of(stays[stays$case == name, ], rows)
  off <- abs(rows$value - rows$survival_package)
  wrong <- is.na(off) | off > kTolerance * pmax(1, abs(rows$survival_package))
  cat(sprintf("%-32s %5d stays %6d figures, greatest difference %.1e%s\n", name, sum(stays$case == name), nrow(rows),
              max(off), if (any(wrong)) ": DIFFERENT" else ""))
  if (any(wrong)) print(head(rows[wrong, ], 20), digits = 15)
  different <- different + sum(wrong)
}
quit(status = if (different > 0) 1 else 0)
