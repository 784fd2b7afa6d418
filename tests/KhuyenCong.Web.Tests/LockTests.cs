using System.Runtime.CompilerServices;
using KhuyenCong.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KhuyenCong.Web.Tests;

/// <summary>Row locks let rows that point to the locked one be written, and a failed save is called a twin only where it is one.</summary>
public sealed class LockTests(App app)
{
    /// <summary>FOR UPDATE clashes with the KEY SHARE lock that every new child row takes on its parent: two acts then wait for each other for good. No lock here is for a changed key.</summary>
    [Fact]
    public void NoLock_IsStrongerThanItsPurpose() =>
        Directory.GetFiles(Path.Combine(Root(), "src", "KhuyenCong.Data"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadLines(f).Where(l => l.Contains(" FOR UPDATE", StringComparison.Ordinal)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("23505", true)]
    [InlineData("40P01", false)]
    [InlineData("40001", false)]
    [InlineData("23503", false)]
    public void OnPostgreSql_OnlyAUniqueViolationIsATwin(string state, bool isTwin) =>
        new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", state)).IsTwin().ShouldBe(isTwin);

    [Theory]
    [InlineData(19, 2067, true)]
    [InlineData(19, 1555, true)]
    [InlineData(19, 787, false)]
    [InlineData(5, 5, false)]
    public void OnSqlite_OnlyAUniqueViolationIsATwin(int code, int extended, bool isTwin) =>
        new DbUpdateException("", new SqliteException("", code, extended)).IsTwin().ShouldBe(isTwin);

    [Theory]
    [InlineData("23505", true)]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("23503", false)]
    [InlineData("23514", false)]
    public void WhatTwoDidToEachOther_IsWorthAnotherTry_ABrokenRuleIsNot(string state, bool isWorthIt)
    {
        var fault = new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", state));
        fault.IsWorthAnotherTry().ShouldBe(isWorthIt);
        new InvalidOperationException("As the provider wraps what it calls passing.", fault).IsWorthAnotherTry().ShouldBe(isWorthIt);
        new InvalidOperationException("Something else.").IsWorthAnotherTry().ShouldBeFalse();
    }

    /// <summary>The statement that takes a lock stands outside any save: its deadlock comes bare, a query's in the provider's wrapping. That a row is there already is for a save alone to tell.</summary>
    [Theory]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("55P03", false)]
    [InlineData("23505", false)]
    public void ADeadlockOfALock_IsWorthAnotherTry_WithoutASaveAround(string state, bool isWorthIt)
    {
        var fault = new PostgresException("", "ERROR", "ERROR", state);
        fault.IsWorthAnotherTry().ShouldBe(isWorthIt);
        new InvalidOperationException("As the provider wraps what it calls passing.", fault).IsWorthAnotherTry().ShouldBe(isWorthIt);
    }

    /// <summary>As the provider itself hands it on from a statement outside any save.</summary>
    [Theory]
    [InlineData("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$", true)]
    [InlineData("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$", true)]
    [InlineData("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '22012'; END $$", false)]
    public async Task WhatPostgreSqlRaises_IsToldAsItComes(string statement, bool isWorthIt)
    {
        if (!App.OnPostgres)
        {
            return;
        }

        var fault = await app.WithDb(App.KhanhHoa, async db => await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(statement)));
        fault.ShouldNotBeNull().IsWorthAnotherTry().ShouldBe(isWorthIt);
    }

    /// <summary>A deadlock or a broken reference is no "somebody else was first": it is a fault, and is recorded as one.</summary>
    [Fact]
    public void AFailedSave_IsCalledATwin_OnlyWhereItIsOne()
    {
        var caught = Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadLines(f).Where(l => l.Contains("catch (DbUpdateException", StringComparison.Ordinal)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")).ToList();
        caught.Count.ShouldBeGreaterThan(20);
        caught.Where(l => !l.Contains(".IsTwin()", StringComparison.Ordinal) && !l.Contains(".IsWorthAnotherTry()", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The invoice's key is told from other keys of the same save.</summary>
    [Theory]
    [InlineData("UNIQUE constraint failed: UsedInvoices.Key", true)]
    [InlineData("UNIQUE constraint failed: ManagementEquipment.ProvinceCode, ManagementEquipment.Key", false)]
    public void AnInvoicesTwin_IsToldFromOthers(string message, bool isInvoice)
    {
        new DbUpdateException("", new SqliteException($"SQLite Error 19: '{message}'.", 19, 2067)).IsInvoiceTwin().ShouldBe(isInvoice);
        DbUpdateException used = new InvoiceUsedException();
        (used.IsTwin(), used.IsInvoiceTwin()).ShouldBe((true, true));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
