using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Storage;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests;

public sealed class TenancyTests(App app)
{
    // Facts and accounts that belong to no province. Everything else is provincial or says whose it is.
    private static readonly Type[] Shared =
    [
        typeof(LegalDocument), typeof(LegalRelation), typeof(LegalRule), typeof(SupportKind),
        typeof(AdministrativeUnit), typeof(AdministrativeUnitName), typeof(OrganisationName),
        typeof(Account), typeof(DataProtectionKey), typeof(DraftField), typeof(SentOnce), typeof(SavedView), typeof(SeedMark),
        typeof(AuditSeal), typeof(AuditHead),
    ];

    [Fact]
    public async Task EveryEntity_IsProvincial_National_OrOnTheSharedList() =>
        (await app.WithDb("", db => Task.FromResult(db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList())))
            .Where(t => !typeof(IProvincial).IsAssignableFrom(t) && !typeof(INational).IsAssignableFrom(t) && !Shared.Contains(t))
            .Where(t => t.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) != true)
            .Select(t => t.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task EveryProvincialEntity_CarriesTheFilter() =>
        (await app.WithDb("", db => Task.FromResult(db.Model.GetEntityTypes().ToList())))
            .Where(t => typeof(IProvincial).IsAssignableFrom(t.ClrType) || typeof(INational).IsAssignableFrom(t.ClrType))
            .Where(t => t.FindDeclaredQueryFilter(KhuyenCongDb.ProvinceFilter) is null)
            .Select(t => t.ClrType.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task AProvince_SeesItsOwnProgrammesOnly()
    {
        (await app.WithDb(App.KhanhHoa, db => db.Programmes.Select(p => p.ProvinceCode).Distinct().ToListAsync())).ShouldBe([App.KhanhHoa]);
        (await app.WithDb("", db => db.Programmes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task AForeignWrite_IsRefused_WhateverAskedForIt()
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAs(App.DongNai, Guid.Empty, "test", null);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        db.Programmes.Add(Programme.From(new(Uuid.New(TimeProvider.System), App.KhanhHoa, ProgrammeLevel.Province, null, "Chương trình lạc", 2026, 2030)));
        db.Because("test");
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task AnAuditedChange_WithoutAReason_IsRefused()
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(App.KhanhHoa);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        db.Programmes.Add(Programme.From(new(Uuid.New(TimeProvider.System), App.KhanhHoa, ProgrammeLevel.Province, null, "Chương trình không lý do", 2026, 2030)));
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("Because");
    }
}
