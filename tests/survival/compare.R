# SPDX-License-Identifier: MIT
# Compares what the program estimated from the stays with the package survival.
#   Rscript compare.R FOLDER        (stays.csv and estimates.csv, of survival_cases)
suppressPackageStartupMessages(library(survival))

kDay <- 86400
kTolerance <- 1e-9
folder <- commandArgs(trailingOnly = TRUE)[1]
stays <- read.csv(file.path(folder, "stays.csv"))
estimates <- read.csv(file.path(folder, "estimates.csv"))

# A stay is at risk at the second at which it enters: it enters half a second before. One second is added to all times,
# since survfit() begins at 0.
shifted <- function(second) second + 1
counting <- function(stays, status) Surv(shifted(stays$entry) - 0.5, shifted(stays$exit), status)

kaplan_meier <- function(stays) survfit(counting(stays, as.integer(!is.na(stays$cause))) ~ 1, data = stays)

# A matrix: by age, then cause.
aalen_johansen <- function(stays, causes, ages) {
  status <- factor(ifelse(is.na(stays$cause), "censored", stays$cause), levels = c("censored", causes))
  fit <- survfit(counting(stays, status) ~ 1, id = seq_len(nrow(stays)), data = stays)
  summary(fit, times = shifted(ages), extend = TRUE)$pstate[, -1, drop = FALSE]
}

# In days.
restricted_mean <- function(fit, limit) {
  limit <- round(limit * kDay)
  # survfit() refuses a limit before its first time.
  if (shifted(limit) <= min(fit$time)) return(limit / kDay)
  (unname(summary(fit, rmean = shifted(limit))$table["rmean"]) - 1) / kDay
}

# The first age by which so many have ended. Not quantile(): that is the middle of a range if the curve is level.
first_age <- function(fit, share) {
  there <- which(fit$surv <= 1 - share + 1e-12)
  if (length(there) == 0) NA else (fit$time[there[1]] - 1) / kDay
}

# The longest stay, or the first age at which nobody is left at risk and others enter later.
known <- function(stays) {
  for (exit in sort(unique(stays$exit))) {
    if (!any(stays$entry <= exit & stays$exit > exit) && any(stays$entry > exit)) return(exit / kDay)
  }
  max(stays$exit) / kDay
}

expected_of <- function(stays, rows) {
  fit <- kaplan_meier(stays)
  end <- known(stays)
  # The last ends are not weighed if they leave nobody at risk and others enter later.
  last <- if (end * kDay < max(stays$exit) - 0.5) end else Inf
  emptied <- is.finite(last) && all(!is.na(stays$cause[abs(stays$exit - last * kDay) < 0.5]))
  before <- function(age) if (emptied && age >= last * kDay - 0.5) last * kDay - 1 else age
  expected <- rep(NA_real_, nrow(rows))

  of <- rows$quantity == "survival"
  ages <- vapply(rows$at[of], before, 0)
  at <- function(times) summary(fit, times = shifted(times), extend = TRUE)$surv
  expected[of] <- vapply(ages, at, 0)

  of <- rows$quantity == "incidence"
  causes <- sort(unique(rows$cause[of]))
  for (cause in causes) {
    of_cause <- of & rows$cause == cause
    ages <- vapply(rows$at[of_cause], before, 0)
    expected[of_cause] <- if (length(causes) == 1 || all(is.na(stays$cause))) {
      1 - vapply(ages, at, 0)
    } else {
      ordered <- sort(unique(ages))
      aalen_johansen(stays, causes, ordered)[match(ages, ordered), which(causes == cause)]
    }
  }

  expected[rows$quantity == "known"] <- end
  for (i in which(rows$quantity == "restricted_mean")) expected[i] <- restricted_mean(fit, rows$at[i])
  if (all(!is.na(stays$cause)) && all(stays$entry == 0)) {
    # All are over: the mean itself.
    of <- rows$quantity == "restricted_mean" & rows$at > end - 1e-9
    stopifnot(any(of), abs(expected[of] - mean(stays$exit) / kDay) <= kTolerance * max(1, end))
  }
  reached <- function(share) {
    age <- first_age(fit, share)
    if (!is.na(age) && before(age * kDay) == age * kDay) age else NA
  }
  for (i in which(rows$quantity == "quantile")) expected[i] <- reached(rows$at[i])
  for (i in which(rows$quantity == "quantile_not_reached"))
    expected[i] <- if (is.na(reached(rows$at[i]))) end else NA
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
