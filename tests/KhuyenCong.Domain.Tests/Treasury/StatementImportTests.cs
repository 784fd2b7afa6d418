using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Treasury;

public sealed class StatementImportTests
{
    [Fact]
    public void AFile_ComesInOnce()
    {
        Given.Import([Given.Row()], isKnownFile: true).Breaches.Select(b => b.Code).ShouldBe(["treasury.file-known"]);
    }

    [Fact]
    public void AnOverlappingStatement_AddsOnlyItsNewLines_AndSaysWhichWereKnown()
    {
        var first = Given.Import([Given.Row(row: 2), Given.Row(row: 3), Given.Row(5_000_000, "UNC02", row: 4)]).Event.ShouldNotBeNull();
        first.Lines.Count.ShouldBe(3);
        var known = first.Lines.Select(l => l.Fingerprint).ToHashSet();

        // Two equal lines are two; a third equal one is new.
        var second = Given.Import([Given.Row(row: 7), Given.Row(row: 8), Given.Row(row: 9), Given.Row(6_000_000, "UNC03", row: 10)], known: known).Event.ShouldNotBeNull();
        second.KnownRows.ShouldBe([7, 8]);
        second.Lines.Select(l => l.Row.Number).ShouldBe([9, 10]);
        Given.Import([Given.Row(), Given.Row()], known: known).Breaches.Select(b => b.Code).ShouldBe(["treasury.all-known"]);
    }

    [Fact]
    public void ALine_IsKnownAgain_WhateverItsNumberAndNameLookLike()
    {
        var (one, other) = (Given.Row(number: "00123", beneficiary: "CƠ SỞ NGUYỄN VĂN MẪU"), Given.Row(number: "123", beneficiary: "Co so  Nguyen Van Mau", content: "khác"));
        StatementText.Fingerprint(Given.Account, one, 1).ShouldBe(StatementText.Fingerprint(Given.Account, other, 1));
        StatementText.Fingerprint(Given.Account, one, 2).ShouldNotBe(StatementText.Fingerprint(Given.Account, one, 1));
        StatementText.Fingerprint("1", one, 1).ShouldNotBe(StatementText.Fingerprint(Given.Account, one, 1));
        StatementText.Fingerprint(Given.Account, one with { Direction = LineDirection.In }, 1).ShouldNotBe(StatementText.Fingerprint(Given.Account, one, 1));
    }

    [Fact]
    public void EveryFault_IsSaidAtOnce()
    {
        var head = Given.Head() with { Account = "1", Keeper = " ", FromDay = Given.Day.AddDays(1), ToDay = new DateOnly(2999, 1, 1) };
        Given.Import([Given.Row()], head, isAnothers: true, mover: Given.Mover(Role.Auditor)).Breaches.Select(b => b.Code)
            .ShouldBe(["treasury.not-yours", "treasury.account-shape", "treasury.account-of-another", "treasury.keeper-missing", "treasury.in-future", "treasury.line-outside"], ignoreOrder: true);
        Given.Import([]).Breaches.Select(b => b.Code).ShouldBe(["treasury.no-lines"]);
    }

    [Theory]
    [InlineData(Role.DepartmentAccountant, null, true)]
    [InlineData(Role.CentreAccountant, null, true)]
    [InlineData(Role.DepartmentAccountant, ProjectGiven.Commune, false)]
    [InlineData(Role.CommuneAccountant, ProjectGiven.Commune, true)]
    [InlineData(Role.CommuneAccountant, null, false)]
    [InlineData(Role.CommuneAccountant, "00000", false)]
    [InlineData(Role.DepartmentLeader, null, false)]
    [InlineData(Role.Auditor, null, false)]
    public void AccountantsImport_TheirOwnLevels(Role role, string? commune, bool allowed) =>
        (Given.Import([Given.Row()], Given.Head(commune), mover: Given.Mover(role)).Event is not null).ShouldBe(allowed);

    [Fact]
    public void AMistakenStatement_IsWithdrawn_UnlessItIsUsed()
    {
        var (statement, line) = Given.OneLine();
        IReadOnlyList<string> Codes(int matched, bool leansOn, string? reason) => [.. StatementImport.Withdraw(statement, matched, leansOn, reason, Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code)];
        Codes(1, true, " ").ShouldBe(["treasury.has-matches", "treasury.later-leans", "treasury.reason-missing"], ignoreOrder: true);
        var withdrawn = StatementImport.Withdraw(statement, 0, false, "Nhầm tài khoản", Given.Mover(), TimeProvider.System).Event.ShouldNotBeNull();
        statement.Apply(withdrawn);
        line.Apply(withdrawn);
        (statement.Checksum, line.Fingerprint).ShouldBe((null, null));
        Codes(0, false, "Lần nữa").ShouldBe(["treasury.withdrawn"]);
    }
}
