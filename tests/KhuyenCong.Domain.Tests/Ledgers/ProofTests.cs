using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class ProofTests
{
    private static readonly LedgerKind[] Kinds = Enum.GetValues<LedgerKind>();
    private static readonly LedgerAccount[] Accounts = Enum.GetValues<LedgerAccount>();

    /// <summary>Thousands of random acts of every kind over lines, projects and contracts, some of them taken back: the books always agree.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void WhateverHappens_DebitsEqualCredits_AndNothingFallsBelowNothing(uint seed)
    {
        var draw = new Draws(seed);
        var book = new Book();
        var lines = Enumerable.Range(0, 3).Select(_ => book.Line(1 + draw.Below(5_000))).ToArray();
        var projects = Enumerable.Range(0, 4).Select(_ => Book.Id()).ToArray();
        var contracts = Enumerable.Range(0, 6).Select(i => (Id: Book.Id(), Project: projects[i % projects.Length])).ToArray();
        var (done, refused, takenBack) = (new HashSet<LedgerKind>(), 0, new HashSet<Guid>());
        var chain = new Chain();
        book.Entries.ForEach(chain.Take);
        for (var step = 0; step < 3_000; step++)
        {
            var (contract, project) = contracts[(int)draw.Below(contracts.Length)];
            var line = lines[(int)draw.Below(lines.Length)];
            var posting = Book.Of(line, Kinds[(int)draw.Below(Kinds.Length)], draw.Below(800), project, contract);
            var old = book.Entries[(int)draw.Below(book.Entries.Count)];
            if (draw.Below(10) == 0 && old.ReversesId is null && !takenBack.Contains(old.LedgerEntryId))
            {
                posting = posting with { AllocationId = old.AllocationId, Kind = old.Kind, Amount = old.Amount, ProjectId = old.ProjectId, ContractId = old.ContractId, Reason = "ghi nhầm", Reverses = old.LedgerEntryId };
            }

            if (book.Post(posting).Count > 0)
            {
                refused++;
                continue;
            }

            done.Add(posting.Kind);
            takenBack.Add(posting.Reverses ?? Guid.Empty);
            chain.Take(book.Entries[^1]);
            chain.ShouldHold(book.Entries[^1], $"step {step}");
            foreach (var of in lines)
            {
                Accounts.Select(of.Balance).Sum().ShouldBe(Dong.Zero, $"step {step}");
                Accounts.Where(a => a is not LedgerAccount.Outside).All(a => of.Balance(a) >= Dong.Zero).ShouldBeTrue($"step {step}");
                foreach (var account in Accounts.Where(a => a.IsByProject()))
                {
                    book.Positions.Where(p => p.AllocationId == of.AllocationId).Select(p => p[account]).Sum().ShouldBe(of.Balance(account), $"step {step} {account}");
                }

                (of.Approved + of.Cancelled + of.CarriedOver <= of.Allotted).ShouldBeTrue($"step {step}");
            }
        }

        book.Faults().ShouldBeEmpty();
        foreach (var line in lines)
        {
            var own = book.Entries.Where(e => e.AllocationId == line.AllocationId).Select(e => e.Sequence).ToList();
            own.ShouldBe(Enumerable.Range(1, own.Count));
            LedgerProof.Gap(line, own.Count, own.Min(), own.Max()).ShouldBeNull();
        }

        done.Count.ShouldBe(Kinds.Length);
        refused.ShouldBeGreaterThan(0);
        takenBack.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void EveryMissingEntry_IsFound_WhereItBelongs()
    {
        var book = new Book();
        var line = book.Line();
        var (project, contract) = book.Fill(line, LedgerAccount.Settled, 100);
        book.Faults().ShouldBeEmpty();
        foreach (var lost in book.Entries.ToList())
        {
            book.Entries.Remove(lost);
            var faults = book.Faults();
            faults.Select(f => f.Account).Distinct().ShouldBe([lost.FromAccount, lost.ToAccount], ignoreOrder: true);
            faults.Where(f => f.SubjectId is not null).ShouldAllBe(f => f.SubjectId == (f.Account == LedgerAccount.Reserved ? project : contract));
            faults.ShouldAllBe(f => f.Kept != f.Proven && f.AllocationId == line.AllocationId);
            book.Entries.Add(lost);
        }
    }

    [Fact]
    public void BalancesWithoutARow_AndRowsWithoutEntries_AreFound()
    {
        var book = new Book();
        var line = book.Line();
        var (_, contract) = book.Fill(line, LedgerAccount.Paid, 100);
        var row = book.Positions.Single(p => p.SubjectId == contract);
        book.Positions.Remove(row);
        book.Faults().ShouldHaveSingleItem().ShouldBe(new(line.AllocationId, contract, LedgerAccount.Paid, Dong.Zero, new(100)));
        book.Positions.Add(row);
        var of = Book.Id();
        LedgerProof.Faults(book.Lines, book.Positions, [.. book.Sums(), new(of, null, LedgerAccount.Available, new(1))]).ShouldHaveSingleItem().AllocationId.ShouldBe(of);
        LedgerProof.Faults(book.Lines, book.Positions, []).Count.ShouldBe(3);
    }

    [Fact]
    public void ABrokenSequence_IsFound()
    {
        var book = new Book();
        var line = book.Line(10);
        LedgerProof.Gap(line, 1, 1, 1).ShouldBeNull();
        LedgerProof.Gap(book.Line(), 0, 0, 0).ShouldBeNull();
        LedgerProof.Gap(line, 0, 0, 0).ShouldNotBeNull();
        LedgerProof.Gap(line, 1, 2, 2).ShouldNotBeNull();
        LedgerProof.Gap(line, 2, 1, 2).ShouldNotBeNull();
        LedgerProof.Gap(line, 1, 1, 2).ShouldNotBeNull();
    }

    /// <summary>Advance ≤ contract ≤ approved ≤ available, as the entries alone say it and not the balances that are kept of them.</summary>
    private sealed class Chain
    {
        private readonly Dictionary<(string What, Guid Line, Guid? Of), Dong> sums = [];

        public void Take(LedgerEntry entry)
        {
            Add(entry, entry.ToAccount, entry.Amount);
            Add(entry, entry.FromAccount, -entry.Amount);
        }

        /// <summary>Of the line, the project and the contract that the entry is of.</summary>
        public void ShouldHold(LedgerEntry entry, string when)
        {
            var (available, approved) = (Of("available", entry, null), Of("approved", entry, null));
            (approved <= available).ShouldBeTrue($"{when}: {approved} approved of {available}");
            var (project, bound) = (Of("approved", entry, entry.ProjectId), Of("contracted", entry, entry.ProjectId));
            (bound <= project).ShouldBeTrue($"{when}: {bound} contracted of {project}");
            var (contract, advance) = (Of("contract", entry, entry.ContractId), Of("advance", entry, entry.ContractId));
            (Dong.Zero <= advance && advance <= contract).ShouldBeTrue($"{when}: {advance} advanced of {contract}");
        }

        private void Add(LedgerEntry entry, LedgerAccount account, Dong amount)
        {
            if (account is not (LedgerAccount.Outside or LedgerAccount.Cancelled or LedgerAccount.CarriedOver))
            {
                Add("available", entry, null, amount);
            }

            if (account.IsByProject())
            {
                Add("approved", entry, null, amount);
                Add("approved", entry, entry.ProjectId, amount);
            }

            if (account.IsByContract())
            {
                Add("contracted", entry, entry.ProjectId, amount);
                Add("contract", entry, entry.ContractId, amount);
            }

            if (account is LedgerAccount.Advanced)
            {
                Add("advance", entry, entry.ContractId, amount);
            }
        }

        private void Add(string what, LedgerEntry entry, Guid? of, Dong amount) => sums[(what, entry.AllocationId, of)] = Of(what, entry, of) + amount;

        private Dong Of(string what, LedgerEntry entry, Guid? of) => sums.GetValueOrDefault((what, entry.AllocationId, of));
    }

    /// <summary>The same draws for the same seed, on any machine.</summary>
    private sealed class Draws(uint seed)
    {
        private ulong state = seed * 2_862_933_555_777_941_757UL + 3_037_000_493UL;

        public long Below(long limit)
        {
            state = (state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
            return (long)((state >> 20) % (ulong)limit);
        }
    }
}
