using System.Runtime.CompilerServices;
using KhuyenCong.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KhuyenCong.Web.Tests;

/// <summary>Row locks let rows that point to the locked one be written, and a failed save is called a twin only where it is one.</summary>
public sealed class LockTests
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

    /// <summary>Where money moves, a deadlock or a broken reference is no "somebody else was first": it is a fault, and is recorded as one.</summary>
    [Theory]
    [InlineData("src/KhuyenCong.Data/KhuyenCongDb.YearEnd.cs")]
    [InlineData("src/KhuyenCong.Web/Pages/ManagementCosts/ManagementBook.Vouchers.cs")]
    [InlineData("src/KhuyenCong.Web/Pages/Payments/PaymentBook.cs")]
    [InlineData("src/KhuyenCong.Web/Pages/Settlements/SettlementBook.cs")]
    public void AFailedSave_IsCalledATwin_OnlyWhereItIsOne(string file)
    {
        var caught = File.ReadLines(Path.Combine(Root(), file)).Where(l => l.Contains("catch (DbUpdateException", StringComparison.Ordinal)).ToList();
        caught.ShouldNotBeEmpty();
        caught.ShouldAllBe(l => l.Contains(".IsTwin()", StringComparison.Ordinal) || l.Contains("DbUpdateConcurrencyException)", StringComparison.Ordinal));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
